using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>Which room of the library each type stands in, and which types it names, read from the sources and the compiled assembly.</summary>
internal sealed partial class Rooms
{
    /// <summary>The room of files that stand beside the rooms: the entry, <c>Up42Client</c>.</summary>
    public const string Entry = "";

    private readonly Dictionary<string, string> _fileOfType;

    private Rooms(Dictionary<string, string> fileOfType, IReadOnlyList<Reference> references) =>
        (_fileOfType, References) = (fileOfType, references);

    /// <summary>Every naming of one type by another, each pair once.</summary>
    public IReadOnlyList<Reference> References { get; }

    public IReadOnlyList<string> Names => [.. _fileOfType.Values.Select(RoomOf).Distinct().Order(StringComparer.Ordinal)];

    public static Rooms Read()
    {
        var source = Path.Combine(Samples.RepositoryRoot, "src", "Up42.Interactive");
        var files = new Dictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(source, file).Replace('\\', '/');
            foreach (Match declaration in Declaration().Matches(File.ReadAllText(file)))
            {
                files.TryAdd(declaration.Groups["name"].Value, relative);
            }
        }

        using var assembly = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, "Up42.Interactive.dll"));
        var references = new HashSet<Reference>();
        foreach (var type in assembly.MainModule.GetTypes())
        {
            if (files.TryGetValue(NameOf(Outermost(type)), out var file))
            {
                foreach (var named in NamedBy(type).SelectMany(Unfold))
                {
                    var outermost = Outermost(named);
                    var inside = outermost.Scope.MetadataScopeType == MetadataScopeType.ModuleDefinition;
                    references.Add(new Reference(
                        file, inside ? files.GetValueOrDefault(NameOf(outermost)) : null, inside ? null : outermost.Scope.Name, outermost.FullName));
                }
            }
        }

        return new Rooms(files, [.. references]);
    }

    public static string RoomOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.IndexOf('/', StringComparison.Ordinal)] : Entry;

    private static string NameOf(TypeReference type) => type.Name.Split('`')[0];

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type;
    }

    private static IEnumerable<TypeReference> NamedBy(TypeDefinition type)
    {
        IEnumerable<TypeReference?> named =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.CustomAttributes.SelectMany(NamedBy),
            .. type.Fields.Select(field => field.FieldType),
            .. type.Methods.SelectMany(NamedBy),
        ];
        return named.OfType<TypeReference>();
    }

    private static IEnumerable<TypeReference> NamedBy(CustomAttribute attribute) =>
        [attribute.AttributeType, .. attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>()];

    private static IEnumerable<TypeReference> NamedBy(MethodDefinition method)
    {
        IEnumerable<TypeReference> signature = [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];
        return method.HasBody
            ? signature
                .Concat(method.Body.Variables.Select(variable => variable.VariableType))
                .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>())
                .Concat(method.Body.Instructions.SelectMany(NamedBy))
            : signature;
    }

    private static IEnumerable<TypeReference> NamedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod call => [call.DeclaringType, call.ReturnType, .. call.GenericArguments],
        MethodReference call => [call.DeclaringType, call.ReturnType, .. call.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Unfold(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Unfold)],
        TypeSpecification specification => Unfold(specification.ElementType),
        _ => [type],
    };

    [GeneratedRegex(@"^\s*(?:(?:public|internal|file|private|static|sealed|abstract|readonly|ref|partial|unsafe)\s+)+(?:class|record\s+struct|record|struct|interface|enum|delegate\s+\S+)\s+(?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>One type, standing in <paramref name="From"/>, names another.</summary>
    /// <param name="From">The file, relative to the library's sources.</param>
    /// <param name="To">The file of the named type, or null where it is not the library's.</param>
    /// <param name="Assembly">The assembly of the named type, or null where it is the library's.</param>
    /// <param name="Type">The named type.</param>
    internal sealed record Reference(string From, string? To, string? Assembly, string Type)
    {
        public string FromRoom => RoomOf(From);

        public string? ToRoom => To is null ? null : RoomOf(To);
    }
}
