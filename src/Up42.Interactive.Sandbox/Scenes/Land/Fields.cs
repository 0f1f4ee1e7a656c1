using System.Numerics;

namespace Up42.Interactive.Sandbox;

/// <summary>Farmland and forest: parcels with crops, woods with stands and rides, hedges and tracks between them.</summary>
internal sealed class Fields
{
    private static readonly Crop[] Rotation =
    [
        Crop.WinterCereal, Crop.WinterCereal, Crop.WinterCereal, Crop.WinterCereal, Crop.WinterCereal, Crop.Rapeseed, Crop.Rapeseed,
        Crop.Maize, Crop.Maize, Crop.SugarBeet, Crop.SpringCereal, Crop.SpringCereal, Crop.Meadow, Crop.Meadow, Crop.Meadow, Crop.Fallow,
    ];

    private readonly Mosaic _parcels;
    private readonly Noise _woods;
    private readonly Noise _soil;
    private readonly Noise _vigour;
    private readonly Noise _rows;
    private readonly Noise _canopy;
    private readonly (Vector4 Cover, float Soil)[] _stands;
    private readonly Vector4 _leaves;

    /// <param name="seed">Chance.</param>
    /// <param name="day">Day of the year, 1–366.</param>
    public Fields(uint seed, int day)
    {
        _parcels = new Mosaic(seed + 31, spacing: 1700, smallest: 95, largest: 520);
        (_woods, _soil, _vigour) = (new Noise(seed + 32), new Noise(seed + 33), new Noise(seed + 34));
        (_rows, _canopy) = (new Noise(seed + 35), new Noise(seed + 36));

        // Four sowing dates for each crop.
        _stands = [.. from crop in Rotation from delay in new[] { -11, -4, 2, 9 } select crop.On(Math.Max(0, day - delay))];
        _leaves = Spectra.BareTrees.Towards(Spectra.Deciduous, Math.Min(Curve.Ramp(day, 100, 128), Curve.Ramp(day, 312, 285)));
    }

    /// <summary>The reflectance at a point.</summary>
    /// <param name="x">Metres east.</param>
    /// <param name="y">Metres north.</param>
    /// <param name="shore">Metres to the next lake's shore, about.</param>
    /// <param name="river">Metres to the river's middle.</param>
    public Vector4 At(double x, double y, double shore, double river)
    {
        var parcel = _parcels.At(x, y);
        var lush = Curve.Smooth(river, 520, 180);
        var wood = (0.6 * Wood(parcel.CentreX, parcel.CentreY)) + (0.4 * Wood(x, y)) + (0.25 * Curve.Ramp(shore, 420, 60)) - (0.5 * lush);
        var forest = Curve.Ramp(wood, 0.115, 0.125);
        var ground = forest == 0 ? Parcel(parcel, x, y, lush) : Forest(parcel, x, y);
        return Borders(ground, parcel, x, y, forest > 0);
    }

    /// <summary>Trees: crowns lit from the south-east.</summary>
    public Vector4 Trees(double x, double y, uint stand)
    {
        var light = _canopy.At(x / 27, y / 27) - _canopy.At((x + 8) / 27, (y - 11) / 27);
        var clumps = _canopy.At(x / 95, y / 95);
        var leaves = Curve.Ramp(Hash.Unit(stand) + (0.35 * clumps), 0.45, 1.0);
        return Spectra.Conifer.Towards(_leaves, leaves) * (float)(1 + (0.34 * light) + (0.07 * clumps) + (0.16 * (Hash.Unit(stand, 16) - 0.5)));
    }

    private double Wood(double x, double y) => _woods.Fractal(x / 4300, y / 4300, 3);

    private Vector4 Forest(in MosaicPiece piece, double x, double y)
    {
        var trees = Trees(x, y, piece.Id);
        var felled = Hash.Unit(Hash.Mix(piece.Id + 9));
        return felled > 0.1 ? trees : trees.Towards(Spectra.Clearing, 0.85 - (4 * felled));
    }

    private Vector4 Parcel(in MosaicPiece parcel, double x, double y, double lush)
    {
        var crop = (int)(Hash.Unit(parcel.Id) * Rotation.Length);
        crop = lush > Hash.Unit(parcel.Id, 13) ? 12 : crop;
        var (cover, share) = _stands[(crop * 4) + (int)(Hash.Mix(parcel.Id) & 3)];
        var soils = _soil.Fractal(x / 1500, y / 1500, 3);
        var soil = Spectra.DarkSoil.Towards(Spectra.SandySoil, 0.48 + (0.75 * soils) + (0.3 * (Hash.Unit(parcel.Id, 8) - 0.5)));
        var rows = _rows.At(parcel.Along / 520, (parcel.Across / 24) + (parcel.Id & 255));
        var vigour = (0.75 * _vigour.Fractal(x / 330, y / 330, 2)) + (0.3 * rows) - (0.5 * Curve.Ramp(parcel.Border, 22, 8));
        var gaps = (float)Math.Max(-share, Math.Min(0.35, -0.10 * vigour));
        var stand = (cover * (1 - gaps)) + (soil * (share + gaps));
        return stand * (float)(1 + (0.025 * rows * (1 + share)) + (0.14 * (Hash.Unit(parcel.Id, 5) - 0.5)));
    }

    private Vector4 Borders(Vector4 ground, in MosaicPiece piece, double x, double y, bool forest)
    {
        var kind = piece.BorderId & 15;
        if (forest)
        {
            ground = kind < 7 ? ground.Towards(Spectra.Clearing, 0.5 * Line(piece.Border, 3)) : ground;
        }
        else if (kind < 3)
        {
            var gap = _canopy.At(x / 60, y / 60) > 0.25 ? 0 : 1;
            ground = ground.Towards(Trees(x, y, piece.BorderId | 0xFFFF), gap * Line(piece.Border, 6));
        }
        else
        {
            ground = ground.Towards(kind < 9 ? Spectra.DryGrass : Spectra.Grass, 0.8 * Line(piece.Border, 2));
        }

        var way = piece.BlockBorderId & 15;
        if (way < 5 && !forest)
        {
            ground = ground.Towards(Trees(x, y, piece.BlockBorderId | 0xFFFF), Line(piece.BlockBorder - 8, 5));
        }

        return way < 11 ? ground.Towards(way < 7 ? Spectra.Gravel : Spectra.DryGrass, 0.9 * Line(piece.BlockBorder, 2.5)) : ground;
    }

    private static double Line(double distance, double half) => PixelShare.OfLine(distance, half);
}
