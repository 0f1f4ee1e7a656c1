using System.Text.RegularExpressions;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Up42.Interactive.Tests.Conventions;

/// <summary>
/// Which file names which: read from the compiled library and its symbols. A member stands in the file its code stands in, so that a
/// type of several partial files is not one lump; a type stands in the file that bears its name.
/// </summary>
internal sealed partial class Rooms
{
    private readonly string _source;
    private readonly Dictionary<string, string> _fileOfType;
    private readonly HashSet<Reference> _references = [];

    private Rooms(string source, Dictionary<string, string> fileOfType) => (_source, _fileOfType) = (source, fileOfType);

    /// <summary>Every naming of a file's type or member by another file, each once.</summary>
    public IReadOnlyCollection<Reference> References => _references;

    /// <summary>The folders that hold code.</summary>
    public IReadOnlyList<string> Names => [.. _fileOfType.Values.Select(FolderOf).Distinct().Order(StringComparer.Ordinal)];

    public static Rooms Read()
    {
        var source = Path.Combine(Samples.RepositoryRoot, "src", "Up42.Interactive");
        var rooms = new Rooms(source, FilesOfTypes(source));
        using var assembly = AssemblyDefinition.ReadAssembly(
            Path.Combine(AppContext.BaseDirectory, "Up42.Interactive.dll"), new ReaderParameters { ReadSymbols = true });
        foreach (var type in assembly.MainModule.GetTypes())
        {
            rooms.Read(type);
        }

        return rooms;
    }

    /// <summary>The folder of a file, such as <c>Rasters/Reading</c>; the entry's is empty.</summary>
    public static string FolderOf(string file) => file.Contains('/', StringComparison.Ordinal) ? file[..file.LastIndexOf('/')] : RoomPlan.Entry;

    /// <summary>The room of a file, its first folder.</summary>
    public static string RoomOf(string file) => FolderOf(file).Split('/')[0];

    private static Dictionary<string, string> FilesOfTypes(string source)
    {
        var files = new Dictionary<string, string>();
        foreach (var path in Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var file = Path.GetRelativePath(source, path).Replace('\\', '/');
            foreach (var name in Declaration().Matches(File.ReadAllText(path)).Select(declaration => declaration.Groups["name"].Value))
            {
                if (!files.TryAdd(name, file) && Path.GetFileNameWithoutExtension(path) == name)
                {
                    files[name] = file;
                }
            }
        }

        return files;
    }

    private void Read(TypeDefinition type)
    {
        var home = type.Methods.Select(FileOf).FirstOrDefault(file => file is not null);
        home = type.DeclaringType is null ? HomeOf(type) ?? home : home ?? HomeOf(type);
        if (home is null)
        {
            return;
        }

        IEnumerable<TypeReference?> shape =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.CustomAttributes.SelectMany(NamedBy),
            .. type.Fields.Select(field => field.FieldType),
        ];
        Add(home, shape.OfType<TypeReference>());
        foreach (var method in type.Methods)
        {
            var file = FileOf(method) ?? home;
            Add(file, [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. method.CustomAttributes.SelectMany(NamedBy)]);
            if (method.HasBody)
            {
                Add(file, method.Body.Variables.Select(variable => variable.VariableType));
                Add(file, method.Body.ExceptionHandlers.Select(handler => handler.CatchType).OfType<TypeReference>());
                foreach (var instruction in method.Body.Instructions)
                {
                    Add(file, NamedBy(instruction));
                    AddCall(file, instruction.Operand as MethodReference);
                }
            }
        }
    }

    private void Add(string file, IEnumerable<TypeReference> types)
    {
        foreach (var type in types.SelectMany(Unfold).Select(Outermost))
        {
            var inside = type.Scope.MetadataScopeType == MetadataScopeType.ModuleDefinition;
            _references.Add(new Reference(file, inside ? HomeOf(type) : null, inside ? null : type.Scope.Name, type.FullName));
        }
    }

    // A call names the file that the called code stands in. A record's copy constructor is the compiler's: of a partial record its symbols may
    // give any of the files.
    private void AddCall(string file, MethodReference? call)
    {
        if (call is not null && !(call.Name == ".ctor" && call.Resolve() is { } constructor && IsCopy(constructor))
            && Outermost(call.DeclaringType.GetElementType()).Scope.MetadataScopeType == MetadataScopeType.ModuleDefinition)
        {
            _references.Add(new Reference(
                file, call.Resolve() is { } method ? FileOf(method) : null, null, $"{call.DeclaringType.Name}.{call.Name}"));
        }
    }

    private static bool IsCopy(MethodDefinition constructor) =>
        constructor.Parameters is [var only] && only.ParameterType == constructor.DeclaringType
        && constructor.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute");

    private string? HomeOf(TypeReference type) => _fileOfType.GetValueOrDefault(Outermost(type).Name.Split('`')[0]);

    // The code of an async method or an iterator stands in its state machine.
    private string? FileOf(MethodDefinition method) => FileOfCode(method) ?? method.CustomAttributes
        .Where(attribute => attribute.AttributeType.Name.EndsWith("StateMachineAttribute", StringComparison.Ordinal))
        .SelectMany(NamedBy).Select(type => type.Resolve()).Where(type => type?.DeclaringType is not null)
        .SelectMany(type => type.Methods).Select(FileOfCode).FirstOrDefault(file => file is not null);

    // The last point, since a constructor begins with the initializers of fields, which may stand in other files.
    private string? FileOfCode(MethodDefinition method)
    {
        const string Folder = "/src/Up42.Interactive/";
        var path = method.DebugInformation.SequencePoints.LastOrDefault()?.Document.Url.Replace('\\', '/');
        var start = path?.LastIndexOf(Folder, StringComparison.Ordinal) ?? -1;
        return start >= 0 && File.Exists(Path.Combine(_source, path![(start + Folder.Length)..])) ? path[(start + Folder.Length)..] : null;
    }

    private static TypeReference Outermost(TypeReference type)
    {
        while (type.DeclaringType is not null)
        {
            type = type.DeclaringType;
        }

        return type;
    }

    private static IEnumerable<TypeReference> NamedBy(CustomAttribute attribute) =>
        [attribute.AttributeType, .. attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>()];

    // The declaring type of a call is named where its code stands, which AddCall sees to; here only what other assemblies declare.
    private static IEnumerable<TypeReference> NamedBy(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod call => [.. DeclaredBy(call), call.ReturnType, .. call.GenericArguments],
        MethodReference call => [.. DeclaredBy(call), call.ReturnType, .. call.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static TypeReference[] DeclaredBy(MethodReference call) =>
        call.Resolve() is { } method && method.Module.Assembly.Name.Name == "Up42.Interactive" && method.DebugInformation.HasSequencePoints
            ? call.DeclaringType is GenericInstanceType generic ? [.. generic.GenericArguments] : []
            : [call.DeclaringType];

    private static IEnumerable<TypeReference> Unfold(TypeReference type) => type switch
    {
        GenericParameter => [],
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Unfold)],
        TypeSpecification specification => Unfold(specification.ElementType),
        _ => [type],
    };

    [GeneratedRegex(
        @"^\s*(?:(?:public|internal|file|private|static|sealed|abstract|readonly|ref|partial|unsafe)\s+)+"
            + @"(?:class|record\s+struct|record|struct|interface|enum|delegate\s+\S+)\s+(?<name>\w+)",
        RegexOptions.Multiline)]
    private static partial Regex Declaration();

    /// <summary>One file names another, or a type of another assembly.</summary>
    /// <param name="From">The file, relative to the library's sources.</param>
    /// <param name="To">The file of what is named, or null where it is not the library's.</param>
    /// <param name="Assembly">The assembly of what is named, or null where it is the library's.</param>
    /// <param name="Named">The type or member.</param>
    internal sealed record Reference(string From, string? To, string? Assembly, string Named);
}
