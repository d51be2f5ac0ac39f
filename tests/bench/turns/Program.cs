using System.Globalization;
using KlachtHulp.Bench.Turns;

// How many durable turns a second the service takes, beside a floor that only reads and writes one row of state, in one run, in turns of a few seconds each:
//   dotnet run -c Release --project tests/bench/turns [seconds] [conversations ...]
// Look at the ratios: both sides had the same neighbours.
if (args is ["floor", var port])
{
    await Floor.RunAsync(port);
    return 0;
}

var seconds = args.Length > 0 ? double.Parse(args[0], CultureInfo.InvariantCulture) : 4;
int[] sizes = args.Length > 1 ? [.. args.Skip(1).Select(static size => int.Parse(size, CultureInfo.InvariantCulture))] : [1, 16, 256, 2000];
await using var floor = await Server.FloorAsync();
await using var bot = await Server.BotAsync();
await Load.RunAsync(floor, 1, TimeSpan.FromSeconds(1), Script.Floor);
await Load.RunAsync(bot, 1, TimeSpan.FromSeconds(1), Script.Klacht);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"memory after a few turns: floor {floor.Memory:0} MB, bot {bot.Memory:0} MB, {bot.Memory / floor.Memory:0.00} times the floor's"));
await Load.WarmAsync(floor, Script.Floor);
await Load.WarmAsync(bot, Script.Klacht);

var sound = true;
Console.WriteLine("conversations | side  | turns/s | p50 ms | p99 ms | server CPU us/turn | wrong, lost or failed");
foreach (var size in sizes)
{
    var (under, ours) = (new List<Result>(), new List<Result>());
    for (var round = 0; round < 2; round++)
    {
        under.Add(Say("floor", size, await Load.RunAsync(floor, size, TimeSpan.FromSeconds(seconds), Script.Floor)));
        ours.Add(Say("bot", size, await Load.RunAsync(bot, size, TimeSpan.FromSeconds(seconds), Script.Klacht)));
    }

    sound &= under.Concat(ours).All(static one => one.Wrong == 0);
    var (turns, cpu) = (ours.Sum(static one => one.PerSecond) / under.Sum(static one => one.PerSecond), ours.Min(static one => one.Cpu) / under.Min(static one => one.Cpu));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{size,13} | ratio | {turns,7:0.00} of the floor's turns, {cpu:0.0} times its CPU a turn; memory {bot.Memory:0} MB, {bot.Memory / floor.Memory:0.00} times its"));
}

return sound ? 0 : 1;

static Result Say(string side, int size, Result result)
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"{size,13} | {side,-5} | {result.PerSecond,7:0} | {result.P50,6:0.0} | {result.P99,6:0} | {result.Cpu,18:0} | {result.Wrong}{(result.First is { } first ? " " + first : "")}"));
    return result;
}
