using KlachtHulp.Bot.Storage;
using KlachtHulp.Bot.Storage.Memory;

namespace KlachtHulp.Tests.Storage;

public sealed class MemoryStoreTests : ConversationStoreCompliance
{
    protected override Task<ConversationStore> OpenAsync()
        => ConversationStore.OpenAsync(new MemoryEngine(), Some.Keys("k1"), new(), default);
}
