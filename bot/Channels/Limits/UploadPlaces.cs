namespace KlachtHulp.Bot.Channels.Limits;

/// <summary>How many files come in at a time: each is held in memory until it is stored.</summary>
internal sealed class UploadPlaces
{
    private const int MostInAll = 16;
    private const int MostPerAddress = 4;

    private readonly Lock _lock = new();
    private readonly Dictionary<NetworkKey, int> _under = [];
    private int _all;

    /// <returns>false when there is no place; otherwise <see cref="Leave"/> when the file is stored.</returns>
    public bool TryEnter(NetworkKey network)
    {
        lock (_lock)
        {
            var own = _under.GetValueOrDefault(network);
            if (_all >= MostInAll || own >= MostPerAddress)
            {
                return false;
            }

            _all++;
            _under[network] = own + 1;
            return true;
        }
    }

    public void Leave(NetworkKey network)
    {
        lock (_lock)
        {
            _all--;
            if (--_under[network] == 0)
            {
                _under.Remove(network);
            }
        }
    }
}
