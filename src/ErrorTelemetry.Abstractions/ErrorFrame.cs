namespace ErrorTelemetry;

/// <summary>One frame of a parsed stack.</summary>
/// <param name="Function">The function or method, in readable form; <see langword="null"/> where the stack names none.</param>
/// <param name="Module">The declaring type or module; <see langword="null"/> where the stack names none.</param>
/// <param name="File">The source file or script address as the stack gave it, cleaned; <see langword="null"/> where the stack names none.</param>
/// <param name="Line">The line, from 1; <see langword="null"/> where the stack names none.</param>
/// <param name="Column">The column, from 1; <see langword="null"/> where the stack names none.</param>
/// <param name="InApp">Whether the frame is the app's own code, not a framework's, a library's or an extension's.</param>
public sealed record ErrorFrame(string? Function, string? Module, string? File, int? Line, int? Column, bool InApp);
