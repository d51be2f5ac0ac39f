using System.Security.Cryptography;
using System.Text;
using KlachtHulp.Bot.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace KlachtHulp.Bot.Channels.DirectLine;

/// <summary>The key behind the tokens. It outlives the process: a resident does not lose a conversation because the service restarts.</summary>
internal static class SigningKey
{
    private const string FileName = "directline.sleutel";
    private const int MostAttempts = 500;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <returns>32 bytes: from the setting, else from the database, else, when that is in memory only, from the data folder.</returns>
    public static byte[] Load(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<DirectLineSettings>();
        return settings.Sleutel is null && provider.GetService<SharedKeys>() is { } keys
            ? keys.GetOrAdd("directline", static () => RandomNumberGenerator.GetBytes(32))
            : Load(settings, provider.GetRequiredService<IDataProtectionProvider>());
    }

    /// <returns>32 bytes: from the setting, else from a protected file in the data folder, which is made when it is not there.</returns>
    public static byte[] Load(DirectLineSettings settings, IDataProtectionProvider protection)
    {
        if (settings.Sleutel is { } text)
        {
            return SHA256.HashData(Encoding.UTF8.GetBytes(text));
        }

        var protector = protection.CreateProtector("KlachtHulp.DirectLine.Tokens.v1");
        Directory.CreateDirectory(Folder(settings));
        var path = Path.Combine(Folder(settings), FileName);
        using (Hold(path + ".slot"))
        {
            if (!File.Exists(path))
            {
                Create(path, protector.Protect(RandomNumberGenerator.GetBytes(32)));
            }

            return protector.Unprotect(File.ReadAllBytes(path));
        }
    }

    /// <summary>Where this key and the keys that protect it are kept.</summary>
    public static string Folder(DirectLineSettings settings) => Path.Combine(settings.DataFolder, "sleutels");

    /// <summary>Waits until no other process that starts at the same time looks for the key; the system lets go when a process dies.</summary>
    private static FileStream Hold(string path)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (attempt < MostAttempts)
            {
                Thread.Sleep(Pause);
            }
        }
    }

    /// <summary>Moves a finished file into place, so that a process that dies half-way leaves no half key.</summary>
    private static void Create(string path, byte[] content)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        using (var file = new FileStream(unfinished, OwnerOnly()))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: false);
    }

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return options;
    }
}
