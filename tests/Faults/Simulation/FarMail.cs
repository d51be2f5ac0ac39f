using System.Text;

namespace KlachtHulp.Tests.Faults.Simulation;

/// <summary>A mail server without a wire: a connection may be refused or break at any line, before the line is heard or after it was obeyed, and now and then it says 451 or 550.</summary>
internal sealed class FarMail(Mishaps mishaps, Random random)
{
    /// <summary>Every letter that was taken, as it came.</summary>
    public List<string> Arrived { get; } = [];

    public Task<Stream> OpenAsync(string server, int port, CancellationToken cancellationToken)
        => mishaps.Next() == Mishap.Before ? throw new IOException("refused") : Task.FromResult<Stream>(new Wire(this));

    private sealed class Wire : Stream
    {
        private readonly FarMail _server;
        private readonly Queue<byte> _answers = [];
        private readonly StringBuilder _letter = new();
        private string _heard = "";
        private bool _inLetter;
        private bool _broken;

        public Wire(FarMail server)
        {
            _server = server;
            Say("220 proef");
        }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!_answers.TryDequeue(out var next))
            {
                return _broken ? 0 : throw new InvalidOperationException("The client waits for an answer to nothing.");
            }

            buffer[offset] = next;
            return 1;
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            if (_broken)
            {
                throw new IOException("broken");
            }

            var lines = (_heard + Encoding.ASCII.GetString(buffer, offset, count)).Split("\r\n");
            _heard = lines[^1];
            foreach (var line in lines[..^1].TakeWhile(_ => !_broken))
            {
                Hear(line);
            }
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        private void Hear(string line)
        {
            if (_inLetter && line != ".")
            {
                _letter.Append(line).Append('\n');
                return;
            }

            switch (_server.Next())
            {
                case (Mishap.Before, var roll) when roll < 5:
                    _broken = true;
                    break;
                case (Mishap.Before, var roll):
                    _inLetter = false;
                    Say(roll == 9 ? "550 nee" : "451 later");
                    break;
                case (Mishap.After, _):
                    Obey(line);
                    _answers.Clear();
                    _broken = true;
                    break;
                default:
                    Obey(line);
                    break;
            }
        }

        private void Obey(string line)
        {
            if (line == ".")
            {
                _server.Arrived.Add(_letter.ToString());
            }

            _inLetter = line == "DATA";
            Say(_inLetter ? "354 ga uw gang" : "250 goed");
        }

        private void Say(string line) => Encoding.ASCII.GetBytes(line + "\r\n").ToList().ForEach(_answers.Enqueue);
    }

    private (Mishap Mishap, int Roll) Next() => (mishaps.Next(), random.Next(10));
}
