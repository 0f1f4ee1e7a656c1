namespace Up42.Interactive;

/// <summary>Where an account of today's platform is kept. Each region has servers of its own.</summary>
public enum Up42Region
{
    /// <summary>Europe: <c>https://api.up42.com</c>, with its logins at <c>https://auth.up42.com</c>.</summary>
    Eu,

    /// <summary>Saudi Arabia: <c>https://api.sa.up42.com</c>, with its logins at <c>https://auth.sa.up42.com</c>.</summary>
    Sa,
}
