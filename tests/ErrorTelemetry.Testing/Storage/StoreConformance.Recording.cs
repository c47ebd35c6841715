namespace ErrorTelemetry.Storage;

public abstract partial class StoreConformance
{
    [Fact]
    public async Task RecordAsync_NothingToRecord_ReturnsNothing()
    {
        var store = await CreateStoreAsync();

        Assert.Empty(await store.RecordAsync([], Ct));
        Assert.Empty((await store.QueryGroupsAsync(new GroupQuery(), Ct)).Groups);
    }

    [Fact]
    public async Task RecordAsync_FirstEvent_FoundsItsGroup()
    {
        var store = await CreateStoreAsync();
        var first = Some.Event();

        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([first], Ct));

        AssertSame(first.ToGroup(), await store.FindGroupAsync(first.Fingerprint, Ct));
        AssertSame(first, Assert.Single(await store.FindEventsAsync(first.EventId, cancellationToken: Ct)));
    }

    [Fact]
    public async Task RecordAsync_OnlyWhatIsRequired_ComesBackAsItWas()
    {
        var store = await CreateStoreAsync();
        var bare = new ErrorEvent
        {
            EventId = Some.EventId(), Fingerprint = Some.Fingerprint(), GroupingVersion = "v1", Timestamp = Some.Now,
            Type = "Error", Message = "m", Title = "Error: m", Mechanism = ErrorMechanisms.Manual,
        };

        await store.RecordAsync([bare], Ct);

        AssertSame(bare.ToGroup(), await store.FindGroupAsync(bare.Fingerprint, Ct));
        AssertSame(bare, Assert.Single(await store.GetNewestEventsAsync(bare.Fingerprint, cancellationToken: Ct)));
    }

    [Fact]
    public async Task RecordAsync_MoreEvents_FoldIntoTheGroupInOrder()
    {
        var store = await CreateStoreAsync();
        var events = Some.Events(6);
        for (var i = 0; i < events.Length; i++)
        {
            events[i] = events[i] with
            {
                Timestamp = Some.Now.AddSeconds(i), Release = $"1.0.{i / 2}", Environment = $"env-{i % 3}",
                Mechanism = ErrorMechanisms.ClientClaimable[i], Title = $"title {i}",
            };
        }

        await store.RecordAsync(events[..2], Ct);
        await store.RecordAsync(events[2..5], Ct);
        await store.RecordAsync(events[5..], Ct);

        var expected = events.Skip(1).Aggregate(events[0].ToGroup(), (group, e) => group.Add(e));
        AssertSame(expected, await store.FindGroupAsync(expected.Fingerprint, Ct));
    }

    [Fact]
    public async Task RecordAsync_IdOfAnEarlierBatch_IsDuplicateAndChangesNothing()
    {
        var store = await CreateStoreAsync();
        var first = Some.Event();
        await store.RecordAsync([first], Ct);
        var before = await GroupAsync(store, first.Fingerprint);

        var again = first with { Timestamp = Some.Now.AddHours(1), Message = "other", Release = "2.0", CorrelationId = Some.CorrelationId() };

        Assert.Equal([RecordOutcome.Duplicate], await store.RecordAsync([again], Ct));
        AssertSame(before, await store.FindGroupAsync(first.Fingerprint, Ct));
        AssertSame(first, Assert.Single(await store.FindEventsAsync(first.EventId, cancellationToken: Ct)));
    }

    [Fact]
    public async Task RecordAsync_KnownIdWithAnotherFingerprint_FoundsNoGroup()
    {
        var store = await CreateStoreAsync();
        var first = Some.Event();
        await store.RecordAsync([first], Ct);
        var other = first with { Fingerprint = Some.Fingerprint() };

        Assert.Equal([RecordOutcome.Duplicate], await store.RecordAsync([other], Ct));
        Assert.Null(await store.FindGroupAsync(other.Fingerprint, Ct));
    }

    [Fact]
    public async Task RecordAsync_IdTwiceInOneBatch_CountsTheFirst()
    {
        var store = await CreateStoreAsync();
        var first = Some.Event();
        var twin = first with { Fingerprint = Some.Fingerprint() };
        var other = Some.Event(first.Fingerprint);

        var outcomes = await store.RecordAsync([first, first, twin, other], Ct);

        Assert.Equal([RecordOutcome.Recorded, RecordOutcome.Duplicate, RecordOutcome.Duplicate, RecordOutcome.Recorded], outcomes);
        Assert.Equal(2, (await GroupAsync(store, first.Fingerprint)).Count);
        Assert.Null(await store.FindGroupAsync(twin.Fingerprint, Ct));
    }

    [Fact]
    public async Task RecordAsync_MixedBatch_AnswersInOrder()
    {
        var store = await CreateStoreAsync();
        var known = Some.Events(3);
        await store.RecordAsync(known, Ct);
        var fresh = Some.Events(3);

        var outcomes = await store.RecordAsync([fresh[0], known[0], fresh[1], known[1], known[2], fresh[2]], Ct);

        Assert.Equal(
            [RecordOutcome.Recorded, RecordOutcome.Duplicate, RecordOutcome.Recorded, RecordOutcome.Duplicate, RecordOutcome.Duplicate, RecordOutcome.Recorded],
            outcomes);
        Assert.Equal(3, (await GroupAsync(store, known[0].Fingerprint)).Count);
        Assert.Equal(3, (await GroupAsync(store, fresh[0].Fingerprint)).Count);
    }

    [Fact]
    public async Task RecordAsync_ManyGroupsInOneBatch_CountsEach()
    {
        var store = await CreateStoreAsync();
        var events = Enumerable.Range(0, 300).Select(_ => Some.Event()).ToList();

        Assert.All(await store.RecordAsync([.. events, .. events.Select(e => e with { EventId = Some.EventId() })], Ct), outcome => Assert.Equal(RecordOutcome.Recorded, outcome));

        var groups = await DrainAsync(store, new GroupQuery { Limit = 200 });
        Assert.Equal(events.Select(e => e.Fingerprint).Order(StringComparer.Ordinal), groups.Select(g => g.Fingerprint).Order(StringComparer.Ordinal));
        Assert.All(groups, group => Assert.Equal(2, group.Count));
    }

    [Fact]
    public async Task RecordAsync_EventsOutOfOrder_KeepTheFirstAndTheLastSeen()
    {
        var store = await CreateStoreAsync();
        var fingerprint = Some.Fingerprint();

        await store.RecordAsync([Some.Event(fingerprint, Some.Now)], Ct);
        await store.RecordAsync([Some.Event(fingerprint, Some.Now.AddMinutes(5)), Some.Event(fingerprint, Some.Now.AddMinutes(-7))], Ct);
        await store.RecordAsync([Some.Event(fingerprint, Some.Now.AddMinutes(1))], Ct);

        var group = await GroupAsync(store, fingerprint);
        Assert.Equal(Some.Now.AddMinutes(-7), group.FirstSeen);
        Assert.Equal(Some.Now.AddMinutes(5), group.LastSeen);
        Assert.Equal(Some.Now.AddMinutes(-7), Assert.Single(group.Releases).FirstSeen);
    }

    [Fact]
    public async Task RecordAsync_ListsOfAGroup_StayWithinTheirBounds()
    {
        var store = await CreateStoreAsync();
        var fingerprint = Some.Fingerprint();
        var events = Enumerable.Range(0, 30).Select(i => Some.Event(fingerprint, Some.Now.AddSeconds(i)) with
        {
            Mechanism = $"mechanism-{i}", Environment = $"environment-{i}", Release = $"1.{i}",
        }).ToList();

        foreach (var batch in events.Chunk(7))
            await store.RecordAsync(batch, Ct);

        AssertSame(events.Skip(1).Aggregate(events[0].ToGroup(), (group, e) => group.Add(e)), await store.FindGroupAsync(fingerprint, Ct));
    }

    [Fact]
    public async Task RecordAsync_CancelledBefore_RecordsNothing()
    {
        var store = await CreateStoreAsync();
        var first = Some.Event();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.RecordAsync([first], new CancellationToken(canceled: true)));

        Assert.Null(await store.FindGroupAsync(first.Fingerprint, Ct));
        Assert.Empty(await store.FindEventsAsync(first.EventId, cancellationToken: Ct));
    }

    public static TheoryData<string> HostileTexts => new(
        "'; DROP TABLE events; --", "%_\\\"`{}[]<>&", "line\nline\r\n\ttab", "\u0001\u0008\u001b[31m\u007f\u0085", "\u202eright to left\u200b\ufeff",
        "😀 👩‍👩‍👧‍👦 🇩🇪 e\u0301", "日本語 العربية עברית", "{{default}} ${x} {0} @p", new string('あ', ErrorLimits.MessageChars));

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public async Task RecordAsync_HostileText_ComesBackAsItWas(string text)
    {
        var store = await CreateStoreAsync();
        var hostile = Some.Event() with
        {
            Type = text, Message = text, Title = text, Culprit = text, Stack = text, Url = text, Route = text, Release = text, Environment = text,
            UserAgent = text, SessionId = text, CorrelationId = text, PageId = text, ComponentStack = text, Mechanism = text,
            CulpritFrame = new ErrorFrame(text, text, text, 1, 2, InApp: false),
            Causes = [new ErrorCause(text, text, text)], Breadcrumbs = [new Breadcrumb(null, text, text)],
            Tags = new Dictionary<string, string> { [text] = text }, Redactions = new Dictionary<string, int> { [text] = 1 },
        };

        await store.RecordAsync([hostile], Ct);

        AssertSame(hostile, Assert.Single(await store.FindEventsAsync(text, cancellationToken: Ct)));
        AssertSame(hostile.ToGroup(), await store.FindGroupAsync(hostile.Fingerprint, Ct));
    }

    [Fact]
    public async Task RecordAsync_EveryTextAtItsLimit_ComesBackAsItWas()
    {
        var store = await CreateStoreAsync();
        var stack = new string('s', ErrorLimits.StackChars);
        var largest = Some.Event() with
        {
            Message = new string('ü', ErrorLimits.MessageChars), Stack = stack, ComponentStack = new string('c', ErrorLimits.ComponentStackChars),
            Causes = [.. Enumerable.Repeat(new ErrorCause("T", "m", stack), ErrorLimits.CauseCount)],
            Breadcrumbs = [.. Enumerable.Repeat(new Breadcrumb(Some.Now, "c", new string('b', ErrorLimits.BreadcrumbChars)), ErrorLimits.BreadcrumbCount)],
            Tags = Enumerable.Range(0, ErrorLimits.TagCount).ToDictionary(i => $"{i}".PadRight(ErrorLimits.TagKeyChars, 'k'), _ => new string('v', ErrorLimits.TagValueChars)),
        };

        await store.RecordAsync([largest], Ct);

        AssertSame(largest, Assert.Single(await store.GetNewestEventsAsync(largest.Fingerprint, cancellationToken: Ct)));
    }

    [Fact]
    public async Task RecordAsync_HalfASurrogatePair_IsRecordedAllTheSame()
    {
        var store = await CreateStoreAsync();
        var half = Some.Event() with { Message = "a\ud83db", Stack = "\udc00", Title = "x\ud83d", Release = "\ud83d" };

        Assert.Equal([RecordOutcome.Recorded], await store.RecordAsync([half], Ct));

        var stored = Assert.Single(await store.GetNewestEventsAsync(half.Fingerprint, cancellationToken: Ct));
        Assert.StartsWith("a", stored.Message, StringComparison.Ordinal);
        Assert.EndsWith("b", stored.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await GroupAsync(store, half.Fingerprint)).Count);
    }
}
