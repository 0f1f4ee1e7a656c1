using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Up42.Interactive.Cli;

/// <summary>Parameters as papermill has them: a cell tagged <c>parameters</c> declares defaults, an injected cell after it sets others.</summary>
internal static class NotebookParameters
{
    private const string InjectedTag = "injected-parameters";

    /// <summary>Puts a cell after the parameters cell that sets the given values; one of an earlier run is replaced.</summary>
    /// <param name="notebook">The notebook.</param>
    /// <param name="assignments"><c>name=value</c> each; a value takes the type its default has.</param>
    /// <exception cref="CommandException">The cell does not exist, does not declare the name, or a value does not fit.</exception>
    public static void Inject(Notebook notebook, IReadOnlyList<string> assignments)
    {
        if (assignments.Count == 0)
        {
            return;
        }

        if (notebook.Cells.FirstOrDefault(cell => cell.Tags.Contains(InjectedTag)) is { } earlier)
        {
            notebook.Remove(earlier);
        }

        var index = notebook.Cells.ToList().FindIndex(cell => cell.IsCode && cell.Tags.Contains("parameters"));
        if (index < 0)
        {
            throw new CommandException("--param needs a cell that declares parameters: give the notebook one with the tag 'parameters'.");
        }

        if (CodeNesting.IsTooDeep(notebook.Cells[index].Source))
        {
            throw new CommandException($"The cell that declares parameters cannot be read. {CodeNesting.Refusal}");
        }

        var declared = Declarations(notebook.Cells[index].Source);
        var lines = assignments.Select(assignment => Assign(assignment, declared));
        var id = notebook.Cells.Any(cell => cell.Id == InjectedTag) ? $"{InjectedTag}-{notebook.Cells.Count}" : InjectedTag;
        notebook.Insert(index + 1, NotebookCell.Code(id, InjectedTag, string.Join('\n', lines.Prepend("// Parameters"))));
    }

    private static Dictionary<string, string> Declarations(string source) =>
        CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(kind: SourceCodeKind.Script)).GetRoot()
            .DescendantNodes().OfType<VariableDeclarationSyntax>()
            .SelectMany(declaration => declaration.Variables.Select(variable => (variable.Identifier.Text, Type: TypeOf(declaration, variable))))
            .GroupBy(variable => variable.Text)
            .ToDictionary(variable => variable.Key, variable => variable.Last().Type);

    private static string TypeOf(VariableDeclarationSyntax declaration, VariableDeclaratorSyntax variable) =>
        !declaration.Type.IsVar ? declaration.Type.ToString().TrimEnd('?')
        : variable.Initializer?.Value is LiteralExpressionSyntax { Token.Value: { } value } ? value switch
        {
            string => "string",
            bool => "bool",
            int => "int",
            long => "long",
            double => "double",
            decimal => "decimal",
            _ => value.GetType().Name,
        }
        : "string";

    private static string Assign(string assignment, Dictionary<string, string> declared)
    {
        if (assignment.Split('=', 2) is not [var name, var value])
        {
            throw new CommandException($"--param {assignment}: write it as NAME=VALUE.");
        }

        return declared.TryGetValue(name, out var type)
            ? $"{name} = {Literal(name, type, value)};"
            : throw new CommandException($"--param {name}: the parameters cell declares {string.Join(", ", declared.Keys)}.");
    }

    private static string Literal(string name, string type, string value) => type switch
    {
        "string" or "String" => SymbolDisplay.FormatLiteral(value, quote: true),
        "Uri" => $"new Uri({SymbolDisplay.FormatLiteral(value, quote: true)})",
        "bool" when bool.TryParse(value, out var flag) => flag ? "true" : "false",
        "int" when int.TryParse(value, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture),
        "long" when long.TryParse(value, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture) + "L",
        "double" when double.TryParse(value, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) =>
            number.ToString("R", CultureInfo.InvariantCulture) + "d",
        "decimal" when decimal.TryParse(value, CultureInfo.InvariantCulture, out var number) => number.ToString(CultureInfo.InvariantCulture) + "m",
        "bool" or "int" or "long" or "double" or "decimal" => throw new CommandException($"--param {name}: '{value}' is no {type}."),
        _ => throw new CommandException($"--param {name}: a {type} can't be set from the command line; strings, numbers, bool and Uri can."),
    };
}
