using Microsoft.DotNet.Interactive;

namespace Up42.Interactive.KernelExtension;

/// <summary>
/// What .NET Interactive does when a cell loads the package: says which version that is, and knows <c>#!up42</c> and tables of lists from then on.
/// </summary>
public sealed class Up42KernelExtension : IKernelExtension
{
    /// <inheritdoc/>
    public Task OnLoadAsync(Kernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        NotebookHost.AnnounceVersion();
        ListFormatter.Register();
        Up42Directive.AddTo(kernel.RootKernel);
        return Task.CompletedTask;
    }
}
