using System.Text.Json;

namespace Up42.Interactive;

/// <summary>What is read after the first record, and after places that are not JSON.</summary>
internal sealed partial class GeoJsonReader
{
    private bool _isCollection;
    private bool _isSequence;
    private int _faults;

    /// <summary>What comes before the current row, for a sentence.</summary>
    private string PlaceOfRow => _table.Row == 0 ? "before row 0" : $"after row {_table.Row - 1}";

    /// <summary>Goes on after a place that is not JSON: with the next feature of a collection, or the next line of a sequence.</summary>
    private void GoOn(ref JsonTokens tokens, JsonSyntaxException fault)
    {
        if (_isCollection)
        {
            ReadRest(ref tokens, fault);
        }
        else if (tokens.TrySkipToRecord())
        {
            LeaveOutRecord(fault.Message);
            ReadSequence(ref tokens);
        }

        if (_table.Row == 0)
        {
            throw fault;
        }
    }

    /// <summary>The features after a place that is not JSON.</summary>
    private void ReadRest(ref JsonTokens tokens, JsonSyntaxException fault)
    {
        for (; ; )
        {
            _table.ClearRow();
            var row = _table.Row;
            if (++_faults > _limits.Faults || !tokens.TrySkipToFeature(out var isAtFault))
            {
                _table.Remarks.Add($"What comes {PlaceOfRow} was left out: {fault.Message}");
                return;
            }

            var place = row == 0 ? PlaceOfRow : $"between row {row - 1} and row {row}";
            _table.Remarks.Add(isAtFault ? $"The text {place} is damaged: {fault.Message}" : $"What stands {place} was left out: {fault.Message}");
            try
            {
                ReadList(ref tokens);
                while (tokens.Read() && tokens.Type == JsonTokenType.PropertyName)
                {
                    if (!ReadCrs(ref tokens))
                    {
                        tokens.Skip();
                    }
                }

                ReadEnd(ref tokens);
                return;
            }
            catch (JsonSyntaxException next)
            {
                fault = next;
            }
        }
    }

    private void ReadEnd(ref JsonTokens tokens)
    {
        if (tokens.Read())
        {
            _table.Remarks.Add("There is something after the FeatureCollection; it was left out.");
        }
    }

    /// <summary>The features and geometries after the first; a line that is not JSON is left out.</summary>
    private void ReadSequence(ref JsonTokens tokens)
    {
        _isSequence = true;
        for (var isMore = true; isMore;)
        {
            var depth = 0;
            try
            {
                if (!tokens.Read())
                {
                    return;
                }

                depth = tokens.Depth;
                if (!_table.HasRoom(_limits))
                {
                    return;
                }

                if (tokens.Type != JsonTokenType.StartObject)
                {
                    throw tokens.Error("A feature is an object.");
                }

                ReadRoot(ref tokens, _table, _features);
                _table.NextRow();
            }
            catch (GeoJsonException fault)
            {
                LeaveOutRecord(fault.Reason);
                tokens.SkipRest(depth);
            }
            catch (JsonSyntaxException fault) when (_isDamaged)
            {
                LeaveOutRecord(fault.Message);
                isMore = ++_faults <= _limits.Faults && tokens.TrySkipToRecord();
            }
        }
    }

    private void LeaveOutRecord(string reason)
    {
        _table.ClearRow();
        _table.Remarks.Add($"A record {PlaceOfRow} was left out: {reason}");
    }
}
