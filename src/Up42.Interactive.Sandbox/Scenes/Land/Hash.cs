namespace Up42.Interactive.Sandbox;

/// <summary>Integer hashes: the only source of chance in a scene, the same on every machine.</summary>
internal static class Hash
{
    public static uint Compute(int x, int y, uint seed) => Mix(unchecked(((uint)x * 0x8DA6B343u) ^ ((uint)y * 0xD8163841u) ^ (seed * 0xCB1AB31Fu)));

    public static uint Mix(uint value)
    {
        unchecked
        {
            value ^= value >> 15;
            value *= 0x2C1B3C6Du;
            value ^= value >> 12;
            value *= 0x297A2D39u;
            return value ^ (value >> 15);
        }
    }

    /// <summary>A number in [0, 1) from sixteen of a hash's bits, starting at <paramref name="shift"/>.</summary>
    public static double Unit(uint hash, int shift = 0) => ((hash >> shift) & 0xFFFF) * (1.0 / 65536);
}
