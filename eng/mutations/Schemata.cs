using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

/// <summary>Files with all their mutants compiled in, each behind a switch, so that one build serves all.</summary>
internal static class Schemata
{
    /// <summary>The file with all its mutants, each asleep.</summary>
    public static string Apply(string text, IEnumerable<Mutant> mutants)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetRoot();
        var places = mutants.GroupBy(mutant => root.FindNode(mutant.Node.Span, getInnermostNodeForTie: true)
            .AncestorsAndSelf().First(node => node.Span == mutant.Node.Span && node.RawKind == mutant.Node.RawKind)).ToDictionary(place => place.Key);
        return root.ReplaceNodes(places.Keys, (original, rewritten) => places[original].Aggregate(rewritten, (node, mutant) => (node is StatementSyntax
            ? SyntaxFactory.ParseStatement($"{{ if (global::MutantSwitch.On({mutant.Id})) {{ {mutant.Text} }} else {{ {node} }} }}")
            : (SyntaxNode)SyntaxFactory.ParseExpression($"(global::MutantSwitch.On({mutant.Id}) ? ({mutant.Text}) : ({node}))")).WithTriviaFrom(node))).ToFullString();
    }

    /// <summary>The mutants at a place of a file that does not compile: the innermost, or else all of the member.</summary>
    public static IEnumerable<int> At(string file, int line, int column)
    {
        var text = File.ReadAllText(file);
        var tree = CSharpSyntaxTree.ParseText(text);
        var token = tree.GetRoot().FindToken(tree.GetText().Lines[line].Start + column);
        var around = token.Parent!.AncestorsAndSelf().Select(node => (node as ParenthesizedExpressionSyntax)?.Expression ?? node).Select(Id).FirstOrDefault(id => id is not null);
        var member = token.Parent.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? token.Parent;
        return around is { } one ? [one] : member.DescendantNodes().Select(Id).OfType<int>();
    }

    private static int? Id(SyntaxNode node) =>
        ((node as ConditionalExpressionSyntax)?.Condition ?? (node as IfStatementSyntax)?.Condition) is { } condition
        && Regex.Match($"{condition}", @"^global::MutantSwitch\.On\((\d+)\)$") is { Success: true } match ? Number.Parse(match.Groups[1].Value) : null;

    /// <summary>The switch: <c>UP42_MUTANT</c> names the mutant that is awake, or the file that gets the numbers of those that were reached.</summary>
    public static string Switch(int count) => $$"""
        internal static class MutantSwitch
        {
            private static readonly string Mode = System.Environment.GetEnvironmentVariable("UP42_MUTANT") ?? "";
            private static readonly int Active = int.TryParse(Mode, out var id) ? id : -1;
            private static readonly bool[]? Reached = Mode.StartsWith("record:") ? Record() : null;

            public static bool On(int id)
            {
                if (Reached is not null) { Reached[id] = true; }
                return id == Active;
            }

            private static bool[] Record()
            {
                var reached = new bool[{{count}}];
                System.AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                    System.IO.File.AppendAllLines(Mode[7..], System.Linq.Enumerable.Range(0, reached.Length).Where(id => reached[id]).Select(id => $"{id}"));
                return reached;
            }
        }
        """;
}
