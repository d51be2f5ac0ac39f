namespace KlachtHulp.Bot.Storage;

/// <summary>The storage cannot be used as it is configured or found; the service must not start.</summary>
public sealed class StorageSetupException : Exception
{
    public StorageSetupException()
    {
    }

    public StorageSetupException(string message)
        : base(message)
    {
    }

    public StorageSetupException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
