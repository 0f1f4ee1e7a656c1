namespace Up42.Interactive;

/// <summary>What the values of a <see cref="FeatureColumn"/> are, inferred from all of them.</summary>
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1720", Justification = "The names are those of the data, not of .NET.")]
public enum FeatureColumnType
{
    /// <summary>No row has a value.</summary>
    Empty,

    /// <summary>Text: <see cref="string"/>.</summary>
    Text,

    /// <summary>Whole numbers of up to 64 bits: <see cref="long"/>.</summary>
    Integer,

    /// <summary>Numbers, at least one of them with a fraction, an exponent or more than 64 bits: <see cref="double"/>.</summary>
    Real,

    /// <summary>True or false: <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>Texts that are all ISO 8601 dates, with or without a time: <see cref="DateTimeOffset"/>; UTC where none says otherwise.</summary>
    Date,

    /// <summary>JSON arrays: <see cref="System.Text.Json.JsonElement"/>.</summary>
    List,

    /// <summary>JSON objects: <see cref="System.Text.Json.JsonElement"/>. <see cref="FeatureTable.Flatten"/> makes columns of them.</summary>
    Object,

    /// <summary>Values of several of these types; each row keeps its own.</summary>
    Mixed,
}
