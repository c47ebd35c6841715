namespace ErrorTelemetry.Processing;

/// <summary>Rewrites the texts of a report one by one.</summary>
internal interface ITextMapper
{
    /// <summary>The new text; the same instance where nothing changes.</summary>
    string Map(TextField field, string text);

    /// <summary>The new value of a tag whose original name is known.</summary>
    string MapTagValue(string name, string value);
}
