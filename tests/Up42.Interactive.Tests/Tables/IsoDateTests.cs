namespace Up42.Interactive.Tests.Tables;

/// <summary>Dates at the edges of what ISO 8601 and RFC 3339 write; null is not a date.</summary>
public class IsoDateTests
{
    [Theory]
    [InlineData("2020-03-30", "2020-03-30T00:00:00.0000000+00:00")]
    [InlineData("0001-01-01", "0001-01-01T00:00:00.0000000+00:00")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999+00:00")]
    [InlineData("2020-02-29T17:02", "2020-02-29T17:02:00.0000000+00:00")]
    [InlineData("2020-03-30 17:02+02:00", "2020-03-30T17:02:00.0000000+02:00")]
    [InlineData("2020-03-30T00:00:00Z", "2020-03-30T00:00:00.0000000+00:00")]
    [InlineData("2020-03-30T23:59:59-0930", "2020-03-30T23:59:59.0000000-09:30")]
    [InlineData("2020-03-30T17:02:11+02", "2020-03-30T17:02:11.0000000+02:00")]
    [InlineData("2020-03-30T17:02:11.5", "2020-03-30T17:02:11.5000000+00:00")]
    [InlineData("2020-03-30T17:02:11.05Z", "2020-03-30T17:02:11.0500000+00:00")]
    [InlineData("2020-03-30T17:02:11.1234567Z", "2020-03-30T17:02:11.1234567+00:00")]
    [InlineData("2020-03-30T17:02:11.123456789Z", "2020-03-30T17:02:11.1234567+00:00")]
    [InlineData("2020-03-30T17:02:11.1234567890123456Z", "2020-03-30T17:02:11.1234567+00:00")]
    [InlineData("2020-03-30T17:02:11.00000000000000+14:00", "2020-03-30T17:02:11.0000000+14:00")]
    [InlineData("2020-03-30T17:02:11-14:00", "2020-03-30T17:02:11.0000000-14:00")]
    [InlineData("2020-03-30T17:02:11.000000000000000+14:00", null)]
    [InlineData("2020-03-30T17:02:11+14:01", null)]
    [InlineData("2020-03-30T17:02:11+02:60", null)]
    [InlineData("2020-03-30T17:02:11+2", null)]
    [InlineData("2020-03-30T17:02:11 02:00", null)]
    [InlineData("2020-03-30T17:02:11+02-00", null)]
    [InlineData("2020-03-30T17:02:11+a2:00", null)]
    [InlineData("2020-03-30T17:02:11z", null)]
    [InlineData("2020-03-30T17:02:11.", null)]
    [InlineData("2020-03-30T17:02:11.Z", null)]
    [InlineData("2020-03-30T17:02:60", null)]
    [InlineData("2020-03-30T17:02:5", null)]
    [InlineData("2020-03-30T17:02:", null)]
    [InlineData("2020-03-30T17:60", null)]
    [InlineData("2020-03-30T24:00", null)]
    [InlineData("2020-03-30T17:0", null)]
    [InlineData("2020-03-30T17", null)]
    [InlineData("2020-03-30T17.02", null)]
    [InlineData("2020-03-30t17:02", null)]
    [InlineData("2020-03-30T", null)]
    [InlineData("2020-03-30Z", null)]
    [InlineData("2020-02-30", null)]
    [InlineData("2021-02-29", null)]
    [InlineData("2020-13-01", null)]
    [InlineData("2020-00-01", null)]
    [InlineData("2020-01-00", null)]
    [InlineData("0000-01-01", null)]
    [InlineData("2020/01-01", null)]
    [InlineData("2020-01/01", null)]
    [InlineData("202a-01-01", null)]
    [InlineData("2020-01-1", null)]
    [InlineData("2020-03-30é", null)]
    [InlineData("0001-01-01T00:00+01:00", null)]
    [InlineData("0001-01-01T01:00+01:00", "0001-01-01T01:00:00.0000000+01:00")]
    [InlineData("9999-12-31T23:59-01:00", null)]
    [InlineData("9999-12-31T22:59:59.9999999-01:00", "9999-12-31T22:59:59.9999999-01:00")]
    [InlineData("", null)]
    public void TryParse_takes_dates_alone(string text, string? right)
    {
        (IsoDate.TryParse(text, out var date) ? date.ToString("O") : null).ShouldBe(right);

        if (right is null)
        {
            Should.Throw<FormatException>(() => IsoDate.Parse(text)).Message.ShouldBe($"'{text}' is not an ISO 8601 date.");
        }
        else
        {
            IsoDate.Parse(System.Text.Encoding.UTF8.GetBytes(text)).ShouldBe(date);
        }
    }
}
