using System.Numerics;

namespace Up42.Interactive.Sandbox;

/// <summary>Surface reflectance (0…1) of land covers as blue, green, red and near infrared in X, Y, Z and W.</summary>
internal static class Spectra
{
    public static readonly Vector4 Conifer = new(0.023f, 0.041f, 0.029f, 0.255f);
    public static readonly Vector4 Deciduous = new(0.025f, 0.056f, 0.033f, 0.400f);
    public static readonly Vector4 BareTrees = new(0.042f, 0.056f, 0.066f, 0.170f);
    public static readonly Vector4 Clearing = new(0.036f, 0.082f, 0.078f, 0.300f);
    public static readonly Vector4 Lush = new(0.026f, 0.066f, 0.031f, 0.440f);
    public static readonly Vector4 Grass = new(0.034f, 0.078f, 0.050f, 0.370f);
    public static readonly Vector4 DryGrass = new(0.046f, 0.098f, 0.106f, 0.270f);
    public static readonly Vector4 Straw = new(0.062f, 0.122f, 0.160f, 0.310f);
    public static readonly Vector4 Blossom = new(0.042f, 0.122f, 0.112f, 0.420f);
    public static readonly Vector4 SandySoil = new(0.046f, 0.094f, 0.124f, 0.200f);
    public static readonly Vector4 DarkSoil = new(0.034f, 0.061f, 0.078f, 0.130f);
    public static readonly Vector4 Sand = new(0.076f, 0.116f, 0.156f, 0.225f);
    public static readonly Vector4 Mud = new(0.046f, 0.068f, 0.082f, 0.100f);
    public static readonly Vector4 Lake = new(0.030f, 0.036f, 0.019f, 0.008f);
    public static readonly Vector4 Shallow = new(0.046f, 0.066f, 0.044f, 0.018f);
    public static readonly Vector4 River = new(0.036f, 0.058f, 0.042f, 0.014f);
    public static readonly Vector4 Reed = new(0.034f, 0.062f, 0.052f, 0.270f);
    public static readonly Vector4 Asphalt = new(0.056f, 0.084f, 0.091f, 0.120f);
    public static readonly Vector4 Street = new(0.063f, 0.094f, 0.101f, 0.150f);
    public static readonly Vector4 Gravel = new(0.072f, 0.116f, 0.146f, 0.210f);
    public static readonly Vector4 Concrete = new(0.088f, 0.126f, 0.138f, 0.180f);
    public static readonly Vector4 TileRoof = new(0.056f, 0.086f, 0.112f, 0.190f);
    public static readonly Vector4 GreyRoof = new(0.074f, 0.108f, 0.117f, 0.142f);
    public static readonly Vector4 DarkRoof = new(0.045f, 0.066f, 0.072f, 0.095f);
    public static readonly Vector4 BrightRoof = new(0.160f, 0.212f, 0.230f, 0.260f);

    /// <summary>Moves from one cover towards another; <paramref name="share"/> 0…1. (Vector4.Lerp may fuse and then differs between machines.)</summary>
    public static Vector4 Towards(this Vector4 from, Vector4 to, double share) => from + ((to - from) * (float)share);
}
