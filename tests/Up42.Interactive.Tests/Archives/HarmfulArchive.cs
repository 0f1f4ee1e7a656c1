namespace Up42.Interactive.Tests.Archives;

/// <summary>An archive made to harm.</summary>
/// <param name="Archive">Makes it.</param>
/// <param name="Message">What its refusal says.</param>
/// <param name="Control">Makes one like it that harms nobody.</param>
/// <param name="Files">The files of that one, parted by <c>|</c>.</param>
internal sealed record HarmfulArchive(Func<byte[]> Archive, string Message, Func<byte[]> Control, string Files);
