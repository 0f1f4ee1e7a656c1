using System.Numerics;

namespace Up42.Interactive.Sandbox;

/// <summary>Built-up land: quarters with a street grid of their own, houses along the streets, gardens, parks, halls.</summary>
internal sealed class Streets(uint seed, Fields fields)
{
    private readonly Mosaic _blocks = new(seed + 41, spacing: 760, smallest: 62, largest: 150);
    private readonly Noise _green = new(seed + 42);

    /// <summary>The reflectance at a point.</summary>
    /// <param name="x">Metres east.</param>
    /// <param name="y">Metres north.</param>
    /// <param name="density">See <see cref="Settlements.Density"/>.</param>
    public Vector4 At(double x, double y, double density)
    {
        var block = _blocks.At(x, y);
        var quarter = Hash.Unit(Hash.Mix(block.Block + 5));
        var street = Math.Min(block.Border, block.BlockBorder);
        Vector4 ground;
        if (density > 0.12 && quarter < 0.13 && density < 0.75)
        {
            ground = Works(block);
        }
        else if (Hash.Unit(block.Id, 4) < 0.07)
        {
            ground = Park(x, y, block.Id);
        }
        else
        {
            ground = Houses(block, x, y, density, street);
        }

        var avenue = block.BlockBorder < block.Border;
        return ground.Towards(Spectra.Street, (avenue ? 1 : 0.85) * PixelShare.OfLine(street, avenue ? 8 : 4.5));
    }

    private static Vector4 Works(in MosaicPiece block)
    {
        var roof = Hash.Unit(block.Id, 7) switch
        {
            < 0.3 => Spectra.BrightRoof,
            < 0.75 => Spectra.GreyRoof,
            _ => Spectra.DarkRoof,
        };
        var yard = Spectra.Concrete.Towards(Spectra.Asphalt, Hash.Unit(block.Id, 12));
        var hall = PixelShare.OfArea(block.Border - 22) * (Hash.Unit(block.Id, 2) < 0.8 ? 1 : 0);
        var bay = Hash.Unit(Hash.Compute((int)Math.Floor(block.Across / 38), (int)Math.Floor(block.Along / 90), block.Id));
        return yard.Towards(roof * (float)(0.85 + (0.3 * bay)), hall);
    }

    private Vector4 Park(double x, double y, uint id)
    {
        var lawn = Spectra.Grass.Towards(Spectra.DryGrass, 0.3 * Hash.Unit(id));
        return lawn.Towards(fields.Trees(x, y, id | 0xC000), Curve.Ramp(_green.At(x / 70, y / 70), -0.25, 0.15));
    }

    private Vector4 Houses(in MosaicPiece block, double x, double y, double density, double street)
    {
        var lot = Hash.Compute((int)Math.Floor(block.Along / 19), (int)Math.Floor(block.Across / 19), block.Id);
        var core = Curve.Ramp(density, 0.3, 0.8);
        var trees = Curve.Ramp(_green.At(x / 34, y / 34) + (0.4 * _green.At(x / 310, y / 310)), -0.1, 0.3) * (1 - (0.6 * core));
        var garden = Spectra.Grass.Towards(Spectra.Concrete, 0.1 + (0.45 * core)).Towards(fields.Trees(x, y, block.Id | 0xA000), 0.75 * trees);
        var roof = Hash.Unit(lot, 3) switch
        {
            < 0.55 => Spectra.TileRoof,
            < 0.78 => Spectra.DarkRoof,
            < 0.95 => Spectra.GreyRoof,
            _ => Spectra.BrightRoof,
        };
        // Houses stand along the street; deep in a block only where the town is dense.
        var built = Curve.Ramp(street, 4, 10) * (1 - (Curve.Ramp(street, 26, 44) * (1 - (0.75 * core))));
        built *= Hash.Unit(lot, 9) < 0.35 + (0.55 * core) ? 0.5 + (0.4 * core) : 0.1;
        return garden.Towards(roof * (float)(0.85 + (0.3 * Hash.Unit(lot))), built);
    }
}
