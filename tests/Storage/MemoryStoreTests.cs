using KlachtHulp.Bot.Storage;

namespace KlachtHulp.Tests.Storage;

public sealed class MemoryStoreTests : ConversationStoreCompliance
{
    protected override Task<ConversationStore> OpenAsync() => Task.FromResult(ConversationStore.InMemory());
}
