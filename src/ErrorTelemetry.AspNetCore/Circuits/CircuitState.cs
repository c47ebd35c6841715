using Microsoft.AspNetCore.Components;

namespace ErrorTelemetry.Circuits;

/// <summary>What is known of one circuit. It is also the scope within which an exception instance is reported once.</summary>
internal sealed class CircuitState(string id, NavigationManager navigation, string? userAgent)
{
    /// <summary>The tag of an event that names its circuit.</summary>
    public const string Tag = "circuit.id";

    public string Id { get; } = id;

    public string? UserAgent { get; } = userAgent;

    /// <summary>The id of the page load that the circuit belongs to; <see langword="null"/> until the browser has told, or if it has no module.</summary>
    public string? PageId { get; set; }

    /// <summary>Where the user is now; <see langword="null"/> while the circuit is being set up.</summary>
    public string? Url
    {
        get
        {
            try
            {
                return navigation.Uri;
            }
            catch (InvalidOperationException)
            {
                return null;
            }
        }
    }
}
