using System.Diagnostics;
using System.Globalization;
using KlachtHulp.Bench.Faults;

// What takes too long for the tests:
//   dotnet run -c Release --project tests/bench/faults -- simulate 10000          complaints amid faults, each with its own seed
//   dotnet run -c Release --project tests/bench/faults -- kill 200                kill -9 of the process that writes, on SQLite
//   dotnet run -c Release --project tests/bench/faults -- kill 200 VERBINDING     the same on PostgreSQL, in an empty database
//   dotnet run -c Release --project tests/bench/faults -- stored 1000000          cost of a turn beside so many stored conversations
//   dotnet run -c Release --project tests/bench/faults -- flood DLL [--pin]       honest residents beside flooders of four shapes; --pin: service and flooder each on a core of its own
//   dotnet run -c Release --project tests/bench/faults -- start DLL [BENCH]       from process start to the first answer; BENCH is the program of tests/bench/turns, with the floor
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var watch = Stopwatch.StartNew();
var code = args switch
{
    ["simulate", var count] => await Simulate.RunAsync(int.Parse(count, CultureInfo.InvariantCulture)),
    ["kill", var rounds] => await Kill.RunAsync(int.Parse(rounds, CultureInfo.InvariantCulture), connection: null),
    ["kill", var rounds, var connection] => await Kill.RunAsync(int.Parse(rounds, CultureInfo.InvariantCulture), connection),
    ["stored", var most] => await Stored.RunAsync(int.Parse(most, CultureInfo.InvariantCulture)),
    ["flood", var program] => await Flood.RunAsync(program, pin: false),
    ["flood", var program, "--pin"] => await Flood.RunAsync(program, pin: true),
    ["flooder", var shape, var port] => await Flooder.RunAsync(shape, int.Parse(port, CultureInfo.InvariantCulture)),
    ["start", var program] => await Start.RunAsync(program, floor: null),
    ["start", var program, var floor] => await Start.RunAsync(program, floor),
    _ => throw new ArgumentException("simulate N | kill N [VERBINDING] | stored N | flood DLL [--pin] | start DLL [BENCH]"),
};
Console.WriteLine($"took {watch.Elapsed.TotalSeconds:F0} s");
return code;
