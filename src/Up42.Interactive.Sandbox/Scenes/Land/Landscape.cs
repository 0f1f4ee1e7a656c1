using System.Numerics;

namespace Up42.Interactive.Sandbox;

/// <summary>A country of some hundred kilometres on a day: every point's reflectance follows from its coordinates and the seed.</summary>
internal sealed class Landscape
{
    private const double Step = 10;

    // Where the sun stands (from the south-south-east), times an exaggeration of gentle slopes.
    private const double SunEast = 1.15;
    private const double SunNorth = -1.9;

    private readonly Relief _relief;
    private readonly Settlements _settlements;
    private readonly Fields _fields;
    private readonly Streets _streets;
    private readonly Noise _motorway;
    private readonly Noise _depth;
    private readonly double _motorwayOffset;
    private readonly double _waterLevel;

    /// <param name="options">Seed, season and water level.</param>
    public Landscape(SceneOptions options)
    {
        var seed = Hash.Mix((uint)options.Seed);
        _relief = new Relief(seed, options.Place.LakeEast, options.Place.LakeNorth);
        _settlements = new Settlements(seed, _relief, options.Place.TownEast, options.Place.TownNorth, 5.0 * Math.Max(options.Width, options.Height));
        _fields = new Fields(seed, options.Date.DayOfYear);
        _streets = new Streets(seed, _fields);
        // Past the lake, on the town's side.
        _motorwayOffset = (0.93 * options.Place.LakeEast) - (0.37 * options.Place.LakeNorth) - 2700;
        (_motorway, _depth, _waterLevel) = (new Noise(seed + 51), new Noise(seed + 52), options.WaterLevel);
    }

    /// <summary>The terrain of one row of ten-metre pixels.</summary>
    public void Sample(double left, double y, Span<TerrainSample> row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = _relief.At(left + (column * Step), y);
        }
    }

    /// <summary>Reflectances of one row of ten-metre pixels.</summary>
    /// <param name="left">The first pixel's centre, metres east of the place's centre.</param>
    /// <param name="y">Metres north.</param>
    /// <param name="here">The terrain of this row's pixels and of one more.</param>
    /// <param name="north">The terrain of the row above.</param>
    /// <param name="row">Receives them.</param>
    public void Row(double left, double y, ReadOnlySpan<TerrainSample> here, ReadOnlySpan<TerrainSample> north, Span<Vector4> row)
    {
        for (var column = 0; column < row.Length; column++)
        {
            row[column] = At(left + (column * Step), y, here[column], here[column + 1], north[column]);
        }
    }

    private Vector4 At(double x, double y, in TerrainSample here, in TerrainSample east, in TerrainSample north)
    {
        var lakeSlope = Slope(east.Lake - here.Lake, north.Lake - here.Lake);
        var inLake = (here.Lake + _waterLevel) / lakeSlope;
        var river = Math.Abs(here.River) / Slope(east.River - here.River, north.River - here.River);
        var riverHalf = 46 + (14 * _depth.At(x / 900, y / 900));
        if (inLake > 5)
        {
            return Lake(x, y, here.Lake + _waterLevel);
        }

        var road = _settlements.Road(x, y);
        var shade = 1 - ((SunEast * (here.Height - east.Height)) + (SunNorth * (here.Height - north.Height))) / Step;
        var ground = Land(x, y, -here.Lake / lakeSlope, river, road) * (float)Math.Max(0.55, Math.Min(1.4, shade));
        ground = ground.Towards(River(x, y), PixelShare.OfArea(riverHalf - river));
        ground = Roads(ground, x, y, road, river < riverHalf + 5);
        ground = here.Lake > 0 ? Bed(x, y, here.Lake, ground) : ground;
        return ground.Towards(Lake(x, y, here.Lake + _waterLevel), PixelShare.OfArea(inLake));
    }

    private static double Slope(double east, double north) => (Math.Sqrt((east * east) + (north * north)) / Step) + 1e-6;

    private Vector4 Land(double x, double y, double shore, double river, double road)
    {
        var density = _settlements.Density(x, y, road) - Curve.Ramp(shore, 60, 10) - Curve.Ramp(river, 110, 70);
        var ground = density < 0.25 ? _fields.At(x, y, shore, river) : default;
        if (density > 0)
        {
            ground = ground.Towards(_streets.At(x, y, density), Curve.Ramp(density, 0.02, 0.06));
        }

        // Trees and reeds along the water.
        var bank = Math.Min(shore, river - 50) + (14 * _depth.At(x / 80, y / 80));
        return ground.Towards(_fields.Trees(x, y, 0xD000), 0.85 * PixelShare.OfLine(bank - 18, 11)).Towards(Spectra.Reed, 0.8 * PixelShare.OfLine(bank - 4, 6));
    }

    private Vector4 Roads(Vector4 ground, double x, double y, double road, bool onRiver)
    {
        ground = onRiver ? ground : ground.Towards(_fields.Trees(x, y, 0xB000), 0.55 * PixelShare.OfLine(road - 10, 4));
        ground = ground.Towards(Spectra.Asphalt, 0.95 * PixelShare.OfLine(road, 4.5));
        var motorway = Math.Abs((0.93 * x) - (0.37 * y) - _motorwayOffset - (1700 * _motorway.At(((0.37 * x) + (0.93 * y)) / 8200, 0.5)));
        ground = ground.Towards(Spectra.Grass, 0.9 * PixelShare.OfLine(motorway, 26));
        return ground.Towards(Spectra.Street, 0.95 * PixelShare.OfLine(motorway - 9, 6.5));
    }

    private Vector4 Lake(double x, double y, double depth)
    {
        var bottom = Math.Max(0, 1 - (depth / (2.2 + _depth.At(x / 700, y / 700))));
        var glint = 1 + (0.05 * _depth.At(x / 1900, y / 450));
        return Spectra.Lake.Towards(Spectra.Shallow, bottom * bottom) * (float)glint;
    }

    private Vector4 River(double x, double y) => Spectra.River * (float)(1 + (0.10 * _depth.At(x / 240, y / 240)));

    /// <summary>The lake's bed where the water has left it: wet mud below, dry sand above, green where it has been dry for long.</summary>
    private Vector4 Bed(double x, double y, double depth, Vector4 shore)
    {
        var wet = Curve.Ramp(depth + (0.35 * _depth.At(x / 130, y / 130)), 0, Math.Max(0.5, -_waterLevel));
        var bed = Spectra.Sand.Towards(Spectra.Mud, wet * wet);
        bed = bed.Towards(Spectra.DryGrass, 0.5 * Curve.Ramp(wet, 0.35, 0) * Curve.Ramp(_depth.At(x / 210, y / 210), -0.1, 0.3));
        return shore.Towards(bed, Curve.Ramp(depth, 0, 0.15));
    }
}
