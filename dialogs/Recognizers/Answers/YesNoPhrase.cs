namespace KlachtHulp.Dialogs.Recognizers.Answers;

/// <param name="Value">What the words mean.</param>
/// <param name="Start">Offset of the words.</param>
/// <param name="End">Offset just after them.</param>
internal readonly record struct YesNoPhrase(YesNo Value, int Start, int End);
