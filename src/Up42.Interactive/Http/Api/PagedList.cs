using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Up42.Interactive;

/// <summary>Lists that come in pages, each with a link to the next one. Links lead nowhere but to the endpoint's own host, and to an end.</summary>
internal sealed class PagedList(ApiConnection connection)
{
    private const int MaxPages = 10_000;

    private long _bytes;

    /// <summary>The records of all pages; a page is requested when the one before it has been read.</summary>
    /// <param name="path">The first page.</param>
    /// <param name="member">What the list is called on a page.</param>
    /// <param name="parse">Reads a record.</param>
    /// <param name="failed">Receives the number and the error of a record that cannot be read.</param>
    /// <param name="cancellationToken">Cancels the request.</param>
    public async IAsyncEnumerable<T> ReadAsync<T>(
        string path, string member, Func<JsonElement, T> parse, Action<int, Exception> failed, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var number = 0;
        await foreach (var page in PagesAsync(new PageRequest(HttpMethod.Get, connection.Resolve(path), default), cancellationToken).ConfigureAwait(false))
        {
            foreach (var record in ApiRecords.Read(page, member))
            {
                ApiRecords.Check(++number);
                if (Read(record, parse, error => failed(number, error)) is (true, { } found))
                {
                    yield return found;
                }
            }
        }
    }

    /// <summary>All pages from the first one on.</summary>
    public async IAsyncEnumerable<JsonElement> PagesAsync(PageRequest first, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new HashSet<string>();
        for (PageRequest? next = first; next is not null && seen.Add(next.Key) && seen.Count <= MaxPages;)
        {
            var page = await RequestAsync(next, cancellationToken).ConfigureAwait(false);
            yield return page;
            next = Next(page, next);
        }
    }

    private Task<JsonElement> RequestAsync(PageRequest request, CancellationToken cancellationToken) => request.Method == HttpMethod.Get
        ? connection.GetAsync(request.Url, Read, cancellationToken)
        : connection.AskAsync(request.Method, request.Url, request.Body, Read, cancellationToken);

    private JsonElement Read(ApiResponse response)
    {
        var page = response.ReadRoot(page => page.Clone());
        return (_bytes += response.Body.Length) <= Limits.Default.ListBytes ? page : throw new Up42Exception(
            $"The server gave a list of more than {FileSize.Format(Limits.Default.ListBytes)}: ask for less of it, by a filter or a limit.");
    }

    private PageRequest? Next(JsonElement page, PageRequest last)
    {
        var link = page.FindList("links").FirstOrDefault(link => link.FindText("rel") == "next");
        if (link.FindText("href") is not { Length: > 0 } href)
        {
            return null;
        }

        var isPost = string.Equals(link.FindText("method"), "POST", StringComparison.OrdinalIgnoreCase);
        return new PageRequest(isPost ? HttpMethod.Post : HttpMethod.Get, connection.Resolve(href), isPost ? Body(link, last) : default);
    }

    // A link may say but what changes in the body.
    private static ReadOnlyMemory<byte> Body(JsonElement link, PageRequest last)
    {
        if (link.Find("body") is not { ValueKind: JsonValueKind.Object } body)
        {
            return last.Body;
        }

        if (link.Find("merge")?.ValueKind != JsonValueKind.True || last.Body.IsEmpty)
        {
            return JsonSerializer.SerializeToUtf8Bytes(body, JsonText.AnyType);
        }

        var merged = System.Text.Json.Nodes.JsonNode.Parse(last.Body.Span)!.AsObject();
        foreach (var member in body.EnumerateObject())
        {
            merged[member.Name] = System.Text.Json.Nodes.JsonNode.Parse(member.Value.GetRawText());
        }

        return JsonSerializer.SerializeToUtf8Bytes<System.Text.Json.Nodes.JsonNode>(merged, JsonText.AnyType);
    }

    private static (bool IsRead, T? Value) Read<T>(JsonElement record, Func<JsonElement, T> parse, Action<Exception> failed)
    {
        try
        {
            return (true, parse(record));
        }
        catch (JsonException error)
        {
            failed(new Up42Exception(error.Message, error));
            return default;
        }
    }
}
