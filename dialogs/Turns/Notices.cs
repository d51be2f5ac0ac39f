using KlachtHulp.Dialogs.Prompts;

namespace KlachtHulp.Dialogs.Turns;

/// <summary>The messages of one turn, in the order in which they are shown.</summary>
internal sealed class Notices(Work work)
{
    /// <summary>Key of the short line with the telephone numbers.</summary>
    public const string Reminder = "crisis.herinnering";

    private readonly List<Notice> _all = [];

    public IReadOnlyList<Notice> All => _all;

    public void Add(string textKey, Tone tone = Tone.Plain, params (string Name, string Value)[] values)
        => _all.Add(new Notice(textKey, tone, values.Length == 0 ? null : values.ToDictionary(static pair => pair.Name, static pair => pair.Value)));

    /// <summary>Words that are ready to show.</summary>
    public void Ready(string text) => _all.Add(new Notice("", Tone.Plain) { Ready = text });

    /// <summary>Repeats the short line with the telephone numbers for as long as a conversation lasts in which somebody was in danger.</summary>
    public void Remind()
    {
        if (work.Memory.Alarm is not null && !_all.Exists(static notice => notice.Tone == Tone.Crisis))
        {
            _all.Insert(0, new Notice(Reminder, Tone.Crisis));
        }
    }
}
