namespace Up42.Interactive;

/// <summary>What a band stands for in a picture, as the file says.</summary>
public enum ColorInterpretation
{
    /// <summary>The file does not say, or says something that no picture needs.</summary>
    Undefined = 0,

    /// <summary>Grey values.</summary>
    Gray = 1,

    /// <summary>Indices into a colour table.</summary>
    Palette = 2,

    /// <summary>The red channel.</summary>
    Red = 3,

    /// <summary>The green channel.</summary>
    Green = 4,

    /// <summary>The blue channel.</summary>
    Blue = 5,

    /// <summary>Opacity.</summary>
    Alpha = 6,
}
