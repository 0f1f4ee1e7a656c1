using System.Numerics;

namespace Up42.Interactive.Sandbox;

/// <summary>Surface reflectance (0…1) of land covers as blue, green, red and near infrared in X, Y, Z and W.</summary>
internal static class Spectra
{
    public static readonly Vector4 Conifer = new(0.023f, 0.041f, 0.029f, 0.255f);
    public static readonly Vector4 Deciduous = new(0.025f, 0.056f, 0.033f, 0.400f);
    public static readonly Vector4 BareTrees = new(0.042f, 0.056f, 0.066f, 0.170f);
    public static readonly Vector4 Clearing = new(0.045f, 0.080f, 0.075f, 0.300f);
    public static readonly Vector4 Lush = new(0.026f, 0.066f, 0.031f, 0.440f);
    public static readonly Vector4 Grass = new(0.034f, 0.078f, 0.050f, 0.370f);
    public static readonly Vector4 DryGrass = new(0.062f, 0.101f, 0.112f, 0.270f);
    public static readonly Vector4 Straw = new(0.082f, 0.128f, 0.172f, 0.310f);
    public static readonly Vector4 Blossom = new(0.042f, 0.122f, 0.112f, 0.420f);
    public static readonly Vector4 SandySoil = new(0.068f, 0.100f, 0.140f, 0.205f);
    public static readonly Vector4 DarkSoil = new(0.044f, 0.062f, 0.082f, 0.130f);
    public static readonly Vector4 Sand = new(0.165f, 0.215f, 0.265f, 0.330f);
    public static readonly Vector4 Mud = new(0.070f, 0.092f, 0.108f, 0.135f);
    public static readonly Vector4 Lake = new(0.030f, 0.036f, 0.019f, 0.008f);
    public static readonly Vector4 Shallow = new(0.046f, 0.066f, 0.044f, 0.018f);
    public static readonly Vector4 River = new(0.044f, 0.060f, 0.043f, 0.014f);
    public static readonly Vector4 Reed = new(0.034f, 0.062f, 0.052f, 0.270f);
    public static readonly Vector4 Asphalt = new(0.086f, 0.096f, 0.104f, 0.128f);
    public static readonly Vector4 Street = new(0.098f, 0.112f, 0.120f, 0.168f);
    public static readonly Vector4 Gravel = new(0.120f, 0.148f, 0.176f, 0.228f);
    public static readonly Vector4 Concrete = new(0.158f, 0.178f, 0.192f, 0.224f);
    public static readonly Vector4 TileRoof = new(0.082f, 0.098f, 0.148f, 0.225f);
    public static readonly Vector4 GreyRoof = new(0.118f, 0.128f, 0.136f, 0.164f);
    public static readonly Vector4 DarkRoof = new(0.070f, 0.076f, 0.082f, 0.102f);
    public static readonly Vector4 BrightRoof = new(0.290f, 0.310f, 0.325f, 0.350f);

    /// <summary>Moves from one cover towards another; <paramref name="share"/> 0…1. (Vector4.Lerp may fuse and then differs between machines.)</summary>
    public static Vector4 Towards(this Vector4 from, Vector4 to, double share) => from + ((to - from) * (float)share);
}
