using System.Runtime.InteropServices;
using System.Text;

namespace KlachtHulp.Bot.Delivery.Afleveren;

/// <summary>Brings the names in a folder to the disk, so that a file that was renamed there is still there after a power cut.</summary>
internal static class DiskFolder
{
    private const int ReadOnly = 0;

    /// <summary>Does nothing on Windows, where names are journalled by the file system.</summary>
    /// <exception cref="IOException">The disk refused.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var handle = Open([.. Encoding.UTF8.GetBytes(folder), 0], ReadOnly);
        if (handle < 0)
        {
            throw new IOException($"The folder cannot be opened: error {Marshal.GetLastPInvokeError()}.");
        }

        var flushed = Fsync(handle);
        _ = Close(handle);
        if (flushed != 0)
        {
            throw new IOException("The folder could not be brought to the disk.");
        }
    }

    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Fsync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
