using System.Text;
using System.Text.Json.Serialization.Metadata;

namespace Up42.Interactive;

/// <summary>The frame of a card that can be searched: its page holds the static part, and its data as far as the size allows.</summary>
internal static class CardPage
{
    private const int BudgetInBytes = 190_000;

    /// <summary>The display; without a frame where the static part leaves no room for one.</summary>
    /// <param name="title">The frame's title, as plain text.</param>
    /// <param name="staticHtml">The static part.</param>
    /// <param name="beginning">What the frame shows where scripts do not run.</param>
    /// <param name="height">The frame's height in CSS pixels.</param>
    /// <param name="maxItems">The most items that the data may hold.</param>
    /// <param name="data">The data with so many items at most.</param>
    /// <param name="type">The data's type: see <see cref="PageData"/>.</param>
    /// <param name="before">What stands above it in the frame.</param>
    /// <param name="after">What stands below it in the frame.</param>
    public static Fragment Create<T>(
        string title,
        Html staticHtml,
        Html beginning,
        int height,
        int maxItems,
        Func<int, T> data,
        JsonTypeInfo<T> type,
        Html before = default,
        Html after = default)
    {
        var body = Html.Format($"""{before}<div class="u42-static">{beginning}</div>{after}""");
        for (var items = maxItems; items > 0; items /= 2)
        {
            var page = CreatePage(title, body, PageData.Serialize(data(items), type));
            var fragment = new Fragment { Static = staticHtml, Height = height, Page = page };
            if (Encoding.UTF8.GetByteCount(fragment.ToHtml()) <= BudgetInBytes)
            {
                return fragment;
            }
        }

        return new Fragment { Static = staticHtml };
    }

    private static Page CreatePage(string title, Html body, ReadOnlyMemory<byte> json) => new()
    {
        Title = title,
        Kind = "card-page",
        Body = body,
        Styles = ["card.css"],
        Program = new PageProgram(["card.js.gz"], json),
    };
}
