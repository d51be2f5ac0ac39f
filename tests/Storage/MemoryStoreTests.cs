using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Storage;

public sealed class MemoryStoreTests : ConversationStoreCompliance
{
    protected override Task<ConversationStore> OpenAsync() => ConversationStore.OpenAsync(new Bot.Storage.Memory.MemoryEngine(), Some.Keys("k1"), new(), default);
}
