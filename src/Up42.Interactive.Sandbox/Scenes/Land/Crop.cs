using System.Numerics;

namespace Up42.Interactive.Sandbox;

/// <summary>What grows on a parcel through the year: (day of year, green cover, ripe or dry cover, blossom), each cover 0…1.</summary>
internal sealed class Crop(params (int Day, double Green, double Ripe, double Blossom)[] calendar)
{
    public static readonly Crop WinterCereal = new(
        (0, .25, 0, 0), (75, .35, 0, 0), (110, .75, 0, 0), (135, .97, 0, 0), (165, .93, .03, 0), (190, .15, .8, 0), (205, .05, .55, 0),
        (235, .12, .3, 0), (250, .02, .02, 0), (285, .08, 0, 0), (320, .3, 0, 0), (366, .25, 0, 0));

    public static readonly Crop Rapeseed = new(
        (0, .45, 0, 0), (80, .55, 0, 0), (110, .9, 0, 0), (118, .95, 0, .8), (130, .95, 0, .75), (147, .95, 0, .3), (156, .97, 0, 0), (182, .5, .45, 0),
        (198, .05, .8, 0), (215, .1, .4, 0), (240, .05, .03, 0), (270, .4, 0, 0), (366, .45, 0, 0));

    public static readonly Crop Maize = new(
        (0, .03, .1, 0), (100, .08, .05, 0), (118, .01, 0, 0), (145, .06, 0, 0), (170, .55, 0, 0), (190, .95, 0, 0), (245, .93, .03, 0),
        (268, .45, .45, 0), (280, .03, .2, 0), (366, .03, .1, 0));

    public static readonly Crop SugarBeet = new(
        (0, .1, 0, 0), (90, .01, 0, 0), (125, .05, 0, 0), (160, .6, 0, 0), (180, .97, 0, 0), (280, .9, .05, 0), (300, .02, .02, 0), (366, .1, 0, 0));

    public static readonly Crop SpringCereal = new(
        (0, .1, .05, 0), (85, .01, 0, 0), (115, .3, 0, 0), (140, .85, 0, 0), (170, .85, .1, 0), (195, .12, .85, 0), (212, .03, .6, 0),
        (245, .15, .2, 0), (270, .3, 0, 0), (366, .1, .05, 0));

    public static readonly Crop Meadow = new(
        (0, .55, .3, 0), (80, .65, .25, 0), (115, .95, .02, 0), (145, .95, .03, 0), (158, .6, .3, 0), (180, .85, .1, 0), (215, .7, .25, 0),
        (250, .85, .1, 0), (300, .8, .1, 0), (366, .55, .3, 0));

    public static readonly Crop Fallow = new(
        (0, .15, .55, 0), (100, .35, .4, 0), (140, .6, .25, 0), (190, .3, .55, 0), (280, .3, .5, 0), (366, .15, .55, 0));

    /// <summary>What of the stand is seen on a day of the year: its own reflectance, and the share of the soil that shines through.</summary>
    public (Vector4 Cover, float Soil) On(double day)
    {
        var next = 1;
        while (next < calendar.Length - 1 && calendar[next].Day < day)
        {
            next++;
        }

        var (from, to) = (calendar[next - 1], calendar[next]);
        var t = Curve.Ramp(day, from.Day, to.Day);
        double Between(double a, double b) => a + (t * (b - a));
        var grass = this == Meadow || this == Fallow;
        var (green, ripe) = (Between(from.Green, to.Green), Between(from.Ripe, to.Ripe));
        var blossom = (float)Between(from.Blossom, to.Blossom);
        var cover = ((grass ? Spectra.Grass : Spectra.Lush) * (float)green) + ((grass ? Spectra.DryGrass : Spectra.Straw) * (float)ripe);
        return ((cover * (1 - blossom)) + (Spectra.Blossom * blossom), (float)Math.Max(0, 1 - green - ripe) * (1 - blossom));
    }
}
