namespace Up42.Interactive;

/// <summary>A part of a formula: writes its value at each pixel of a block. Where a value that it needs is missing (NaN), its own is.</summary>
/// <param name="block">The pixels.</param>
/// <param name="result">The values, as many as the block has pixels.</param>
internal delegate void FormulaValue(FormulaBlock block, Span<double> result);
