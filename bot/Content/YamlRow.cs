using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace KlachtHulp.Bot.Content;

/// <summary>One mapping of a YAML seed, read strictly: a missing, unknown or malformed key becomes a problem in words, never an exception.</summary>
internal sealed class YamlRow
{
    private readonly Dictionary<string, YamlNode> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly ICollection<string> _problems;

    public YamlRow(YamlNode? node, string where, ICollection<string> problems)
    {
        (Where, _problems) = (where, problems);
        if (node is YamlMappingNode mapping)
        {
            foreach (var (key, value) in mapping.Children)
            {
                _nodes[((YamlScalarNode)key).Value ?? ""] = value;
            }
        }
        else if (node is not null)
        {
            problems.Add($"{where}: a list of keys and values was expected.");
        }
    }

    /// <summary>File and row, for messages.</summary>
    public string Where { get; }

    public IEnumerable<string> Keys => _nodes.Keys;

    /// <summary>Reads a whole file; an unreadable one gives an empty row and a problem.</summary>
    public static YamlRow File(string path, ICollection<string> problems)
    {
        var name = Path.GetFileName(path);
        return new YamlRow(Root(path, name, problems), name, problems);
    }

    /// <summary>Reads a file that is a list of mappings.</summary>
    public static IEnumerable<YamlRow> ListFile(string path, ICollection<string> problems)
    {
        var name = Path.GetFileName(path);
        var root = Root(path, name, problems);
        if (root is YamlSequenceNode list)
        {
            return [.. list.Select((node, i) => new YamlRow(node, $"{name} row {i + 1}", problems))];
        }

        problems.Add($"{name}: a list was expected.");
        return [];
    }

    public bool Has(string key) => _nodes.ContainsKey(key);

    public void Problem(string text) => _problems.Add($"{Where}: {text}");

    /// <summary>The raw node, for readers of nested forms; absent when the key is.</summary>
    public YamlNode? Node(string key)
    {
        _read.Add(key);
        return _nodes.GetValueOrDefault(key);
    }

    /// <summary>Empty, with a problem, when the key is absent.</summary>
    public string Text(string key)
    {
        var text = Optional(key);
        if (text.Length == 0)
        {
            Problem($"'{key}' is missing.");
        }

        return text;
    }

    /// <summary>Empty when the key is absent.</summary>
    public string Optional(string key) => Node(key) is YamlScalarNode { Value: { } value } ? value.Trim() : "";

    public int Number(string key)
    {
        if (!int.TryParse(Text(key), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Problem($"'{key}' is not a whole number.");
        }

        return number;
    }

    public DateOnly Day(string key) => OptionalDay(key) ?? Missing(key);

    public DateOnly? OptionalDay(string key)
    {
        var text = Optional(key);
        if (text.Length == 0)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        Problem($"'{key}' is not a day like 2026-12-31.");
        return DateOnly.MinValue;
    }

    /// <summary><c>ja</c> or <c>nee</c>; absent when the key is.</summary>
    public bool? JaNee(string key)
    {
        var text = Optional(key);
        if (text.Length > 0 && text is not ("ja" or "nee"))
        {
            Problem($"'{key}' is neither ja nor nee.");
        }

        return text.Length == 0 ? null : text == "ja";
    }

    /// <summary>A member of an enum, written in snake_case.</summary>
    public T Choice<T>(string key, T? otherwise = null)
        where T : struct, Enum
    {
        var text = Optional(key);
        if (text.Length == 0 && otherwise is { } value)
        {
            return value;
        }

        if (SnakeCase.TryParse<T>(text, out var choice))
        {
            return choice;
        }

        Problem($"'{key}' is '{text}', which is not one of {string.Join(", ", SnakeCase.Names<T>())}.");
        return default;
    }

    public IReadOnlyList<string> List(string key) => Node(key) switch
    {
        YamlSequenceNode list => [.. list.OfType<YamlScalarNode>().Select(static node => node.Value?.Trim() ?? "")],
        YamlScalarNode { Value: { Length: > 0 } value } => [value.Trim()],
        _ => [],
    };

    public IReadOnlyList<YamlRow> Rows(string key)
    {
        var node = Node(key);
        if (node is not null and not YamlSequenceNode and not YamlScalarNode { Value: "" or null })
        {
            Problem($"'{key}' is not a list.");
        }

        return node is YamlSequenceNode list ? [.. list.Select((item, i) => new YamlRow(item, $"{Where}, {key} {i + 1}", _problems))] : [];
    }

    public YamlRow Row(string key) => new(Node(key), $"{Where}, {key}", _problems);

    /// <summary>Reports the keys nobody asked for: a misspelt key must not be lost silently.</summary>
    public void Done()
    {
        foreach (var key in _nodes.Keys.Where(key => !_read.Contains(key)))
        {
            Problem($"'{key}' is not a known key here.");
        }
    }

    private static YamlNode? Root(string path, string name, ICollection<string> problems)
    {
        if (!System.IO.File.Exists(path))
        {
            problems.Add($"{name}: the file is missing.");
            return null;
        }

        try
        {
            var stream = new YamlStream();
            using var reader = new StreamReader(path);
            stream.Load(reader);
            return stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
        }
        catch (YamlException exception)
        {
            problems.Add($"{name}: {exception.Message}");
            return null;
        }
    }

    private DateOnly Missing(string key)
    {
        Problem($"'{key}' is missing.");
        return DateOnly.MinValue;
    }
}
