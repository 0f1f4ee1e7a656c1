namespace Up42.Interactive;

/// <summary>A rectangle on a canvas, in its pixels from the upper left corner.</summary>
internal readonly record struct CanvasRect(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    /// <summary>Whether two rectangles share a place.</summary>
    public bool Touches(CanvasRect other) => Left <= other.Right && other.Left <= Right && Top <= other.Bottom && other.Top <= Bottom;
}
