using Microsoft.Playwright;
using Xunit;

namespace Up42.Interactive.TestKit;

public sealed partial class BrowserPage
{
    // What hostile text becomes where it is taken for markup: a value set, an element, an attribute, an address, a style; or text that reads as another.
    private const string FindCanary =
        """
        () => {
          const found = window.canary === undefined ? [] : ['window.canary is there'];
          const addresses = new Set(['href', 'src', 'srcset', 'action', 'formaction', 'data', 'poster', 'background', 'cite', 'ping', 'xlink:href']);
          const marks = new Set(['id', 'class', 'name', 'style', 'slot', 'is', 'for', 'type', 'http-equiv', 'content']);
          const harmful = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;
          const report = (element, what) => found.push(`<${element.localName}> has ${what}`.slice(0, 200));
          for (const element of document.querySelectorAll('*')) {
            if (/canary/i.test(element.localName)) report(element, 'this name');
            for (const { name, value } of element.attributes) {
              if (/^on|canary/i.test(name)) report(element, `an attribute ${name}`);
              if (marks.has(name) && /canary/i.test(value)) report(element, `${name}="${value}"`);
              if (addresses.has(name) && value && !/^(https?:|data:image\/|blob:|#)/i.test(value)) report(element, `${name}="${value}"`);
              if (harmful.test(value)) report(element, `a harmful character in ${name}`);
            }
            if (/^(script|style)$/.test(element.localName) && /canary/i.test(element.textContent)) report(element, 'canary in its text');
          }
          for (const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT); walker.nextNode();)
            if (!walker.currentNode.parentElement.matches('script, style') && harmful.test(walker.currentNode.data))
             report(walker.currentNode.parentElement, 'a harmful character in its text');
          return found;
        }
        """;

    /// <summary>
    /// Fails where one of <see cref="HostileStrings"/> has become more than text, in the page or one of its frames: a script ran, an
    /// element or attribute or link is there that no markup of ours has, a dialog or window opened, something was asked for, or a
    /// control character is left that makes text read as another.
    /// </summary>
    public async Task AssertNothingRanAsync()
    {
        var found = new List<string>();
        foreach (var frame in Page.Frames)
        {
            found.AddRange(await FindCanariesAsync(frame));
        }

        found.AddRange(Errors.Where(error => error.Contains("canary", StringComparison.OrdinalIgnoreCase)));
        found.AddRange(Requests.Select(address => $"a request: {address}"));
        found.AddRange(Openings);
        Assert.True(Page.Url == _url, $"The page went to {Page.Url}.");
        Assert.True(found.Count == 0, $"{found.Count} hostile strings came through:\n{string.Join("\n", found.Distinct().Take(20))}");
    }

    /// <summary>What hostile strings have become in one frame, frames in it left out; empty where they are text.</summary>
    /// <param name="frame">A frame of a page.</param>
    public static async Task<IReadOnlyList<string>> FindCanariesAsync(IFrame frame) => await frame.EvaluateAsync<string[]>(FindCanary);
}
