using static ErrorTelemetry.Classifying.ErrorCategories;
using static ErrorTelemetry.Classifying.ErrorSeverities;

namespace ErrorTelemetry.Classifying.Rules;

/// <summary>Hydration and rendering of Blazor, Razor and the large JavaScript frameworks.</summary>
internal static class RenderingRules
{
    public static IReadOnlyList<ClassificationRule> Table { get; } =
    [
        new()
        {
            Id = "missing-component-service", Category = ErrorCategories.Configuration, Severity = High, Messages = ["Cannot provide a value for property*There is no registered service"],
            Remediation = ["Register the service that the message names, in every project that renders the component at {culprit}: server and WebAssembly have their own containers."],
        },
        new()
        {
            Id = "hydration", Category = Rendering, Severity = Medium,
            Messages =
            [
                "Hydration failed", "error while hydrating", "while hydrating", "hydration mismatch", "Hydration node mismatch", "Hydration completed but contains mismatches", "Hydration children mismatch", "Hydration text", "server-rendered HTML", "server rendered HTML", "did not match the client", "Expected server HTML to contain", "Did not expect server HTML",
                "Minified React error #418", "Minified React error #419", "Minified React error #421", "Minified React error #422", "Minified React error #423", "Minified React error #425", "react.dev/errors/418", "NG0500", "NG0501", "NG0502", "NG0503", "NG0504", "NG0505", "NG0507", "hydratable", "switched to client rendering",
                "Found malformed component comment", "Unable to find comment*component", "Could not find the start marker", "Root component type*could not be found",
                "Text content does not match", "Text content did not match", "hydration_mismatch", "HYDRATION_ERROR", "during hydration",
            ],
            Remediation = ["Server and browser rendered different markup around {culprit}: look for times, random values, locale, window width or user state that is read while rendering.", "Render such parts after the first interactive render only."],
        },
        new()
        {
            Id = "render-thread", Category = Rendering, Severity = High, Messages = ["not associated with the Dispatcher", "The current thread is not associated"],
            Remediation = ["{culprit} changes a component from another thread: wrap the call in InvokeAsync(StateHasChanged)."],
        },
        new()
        {
            Id = "component-contract", Category = Rendering, Severity = High,
            Messages =
            [
                "does not have a property matching the name", "Unable to set property*on object of type", "The render handle is not yet assigned", "Cannot process pending renders after the renderer has been disposed", "More than one sibling", "requires a value for the '*' parameter",
                "requires a cascading parameter", "does not support multiple components", "There is already a subscriber to the content", "does not have a render mode", "Cannot create a component of type*render mode", "does not accept a*parameter", "requires a parameter of type*EditForm", "EditForm requires",
                "Cannot pass the parameter*to component*with rendermode", "Components of type*is not a valid", "ParameterView*can no longer be read", "Unknown edit type", "Router component requires", "No element is currently associated with component", "Cannot supply a component of type", "The type*is not a component",
            ],
            Remediation = ["Compare the markup that uses the component with its parameters at {culprit}: names, required ones, types, render mode.", "After a rename, rebuild all projects; an older browser cache may still hold the other half."],
        },
        new()
        {
            Id = "dom-changed", Category = Rendering, Severity = Medium,
            Messages =
            [
                "Failed to execute 'removeChild' on 'Node'", "Failed to execute 'insertBefore' on 'Node'", "Failed to execute 'appendChild' on 'Node'", "Failed to execute 'replaceChild' on 'Node'", "The node to be removed is not a child", "The object can not be found here", "The node before which the new node is to be inserted",
                "Node.removeChild: ", "Node.insertBefore: ", "Node was not found", "Cannot read properties of null (reading 'removeChild')", "Cannot read properties of null (reading 'insertBefore')", "Cannot read property 'removeChild' of null",
                "Failed to execute 'after' on", "Failed to execute 'before' on", "The operation would yield an incorrect node tree", "The new child element contains the parent", "Only one element on document allowed",
            ],
            // A value that is no node at all is the script's own fault.
            When = errorEvent => !errorEvent.Message.Contains("is not of type", StringComparison.Ordinal),
            Remediation = ["Something other than the framework changed the page under {culprit}: browser translation, an extension, or a script of the app's own that moves nodes.", "Give such scripts an element of their own; mark parts that must not be translated with translate=\"no\"."],
        },
        new()
        {
            Id = "dom-tree", Category = Rendering, Severity = Medium, Types = ["HierarchyRequestError", "WrongDocumentError"],
            Remediation = ["{culprit} puts a node where it cannot stand, such as a parent into its own child: see in which order the nodes are moved.", "Browser translation and extensions move nodes too; give the framework an element of its own."],
        },
        new()
        {
            Id = "render-loop", Category = Rendering, Severity = Medium,
            Messages = ["ResizeObserver loop", "Too many re-renders", "Maximum update depth exceeded", "Maximum recursive updates exceeded", "Minified React error #185", "Minified React error #301", "NG0100", "ExpressionChangedAfterItHasBeenChecked", "Infinite change detection", "NG0103", "effect_update_depth_exceeded", "Expression has changed after it was checked", "infinite loop in*render"],
            Remediation = ["Rendering triggers itself at {culprit}: move the change of state out of the render path, or guard it by a comparison."],
        },
        new()
        {
            Id = "framework-render", Category = Rendering, Severity = High,
            Messages =
            [
                "Objects are not valid as a React child", "Invalid hook call", "Rendered more hooks than", "Rendered fewer hooks than", "Minified React error #", "Element type is invalid", "Nothing was returned from render", "React.Children.only expected", "The above error occurred in*component", "Error in render", "error during evaluation of", "Unhandled error during execution of",
                "Failed to resolve component", "Failed to mount component", "Failed to mount app", "Failed to mount root", "NG0300", "NG0304", "NG0303", "Template parse errors", "Error rendering", "Unable to resolve the view", "RenderBody has not been called", "sections have been defined but have not been rendered", "RenderFragment", "The partial view*was not found",
                "The view*was not found", "One or more compilation failures occurred", "The name '*' does not exist in the current context", "An error occurred during the compilation of a resource", "The layout view*could not be located", "The model item passed into the*is of type",
                "svelte_component_missing", "Target container is not a DOM element", "createRoot(...)", "getSnapshot should be cached",
                "svelte.dev/e/", "react.dev/errors/", "error-decoder.html", "must be used within a", "A component suspended while responding", "outside the main document", "Invariant: attempted to hard navigate", "Cannot update during an existing state transition", "A React Element from an older version", "[Vue warn]", "Invalid prop: type check failed", "NG0203", "NG0301", "NG0302", "NG0600", "NG0950", "NG0951", "NG05104", "is not a known element", "Can't bind to '*' since it isn't a known property",
                "This is likely a bug in React", "bug in React", "calling Hooks conditionally", "Server Components render", "bug in Vue", "bug in Svelte", "while rendering a different component", "must be used within a*Provider", "must be used within an*Provider", "must be used within a <", "must be used within the <", "must be used within*component", "use*must be used within", "must be used inside a <", "must be used inside*component", "must be used inside*Provider", "use*must be used inside", "must be wrapped in", "wrapped in a <", "in the context of a <", "outside of a <", "outside a <Router", "<Provider>", "context value; please ensure", "dangerouslySetInnerHTML", "server-rendered", "void element tag", "self-closing tag", "React component", "React element", "React Element", "React.Children", "React child", "useEffectEvent", "useSyncExternalStore", "Cascading parameter", "`$state`", "`$effect`", "`$derived`", "$derived(", "$effect.", "$state.", "{@render", "<svelte:", "Component definition is missing", "component initialisation", "Custom elements cannot", "getCurrentInstance", "inject() can only be", "Template compilation", "Invalid vnode", "renderToString", "renderToPipeableStream", "renderToReadableStream", "Hydration error", "Hydration mismatch", "Hydration of", "during hydration", "hydration fail*", "hydration root", "hydration boundary", "SSR hydration", "'ngModel'", "(ngModel", "formControlName", "No value accessor", "ViewContainerRef", "<router-outlet>", "<textarea> can only", "NG01", "NG03", "NG05", "NG06", "NG08", "NG09", "error applying batch", "sources for assign MUST", "requires a value for the parameter",
            ],
            Remediation = ["Read the component stack: the innermost component of the app's own is where {culprit} got data that it cannot render.", "Put an error boundary around that part, so that the rest of the page lives on."],
        },
    ];
}
