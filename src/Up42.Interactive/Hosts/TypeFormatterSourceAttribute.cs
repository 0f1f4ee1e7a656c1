namespace Up42.Interactive;

/// <summary>
/// Tells .NET Interactive which class formats a type. It is found by this simple name, in any namespace, so that the library needs
/// none of the host's packages.
/// </summary>
/// <param name="formatterSourceType">A class with a public parameterless constructor and a public <c>CreateTypeFormatters()</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>What a cell sends of the type, in one message: front ends without HTML, LaTeX and differences take the text.</summary>
    public string[] PreferredMimeTypes { get; } = HtmlFormatterSource.MimeTypes;
}
