package care.baton.record;

import care.baton.evidence.Fact;
import care.baton.obligation.Opening;
import care.baton.outcome.Code;
import care.baton.pathway.Need;
import care.baton.pathway.Notice;
import care.baton.pathway.Pathway;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is told of what, of a decision, a warning or a word. Telling moves nothing: it is owed beside what is held.
 */
final class OnNotice {

    private OnNotice() {}

    /** A topic is decided: each time, even where the last word of it is still to be told. */
    static void decided(Desk desk, Code run, Pathway pathway, Code topic) {
        words(desk, run, pathway, n -> n.topic().equals(topic)).forEach(word -> {
            Opening told = word;
            while (desk.owed().get(told.key()).isPresent()) {
                told = told.under(told.key().again());
            }
            desk.owe(told);
        });
    }

    /** A warning is raised: once while it is to be told. */
    static void raised(Desk desk, Code run, Pathway pathway, Code flag) {
        words(desk, run, pathway, n -> n.raisedBy().equals(Optional.of(flag))).forEach(desk::oweAgain);
    }

    /** A run begins, and what it begins from was said before. */
    static void opened(Desk desk, Code run, Pathway pathway) {
        words(
                        desk,
                        run,
                        pathway,
                        n -> n.namedIn()
                                .filter(f -> isNamed(desk, run, pathway, f, n.topic()))
                                .isPresent())
                .forEach(desk::oweAgain);
    }

    /** A field is said, on whatever runs; the same again is told to nobody who was to be told of it already. */
    static void said(Desk desk, Code field, Optional<Fact> before) {
        for (PathwayRun run : desk.chart().runs().values()) {
            Optional<Pathway> known = run.isOpen() ? desk.rules().of(run) : Optional.empty();
            known.ifPresent(p -> words(
                            desk,
                            run.run(),
                            p,
                            n -> n.namedIn().equals(Optional.of(field))
                                    && isNamed(desk, run.run(), p, field, n.topic()))
                    .filter(word -> !isSame(desk, field, before)
                            || desk.owed().get(word.key()).isEmpty())
                    .forEach(desk::oweAgain));
        }
    }

    private static boolean isSame(Desk desk, Code field, Optional<Fact> before) {
        return before.map(Fact::value)
                .equals(desk.chart().evidence().fact(field).map(Fact::value));
    }

    /** It is said since the run counts it, as firmly and by whom as the field asks for. */
    private static boolean isNamed(Desk desk, Code run, Pathway pathway, Code field, Code topic) {
        List<Need> needs = pathway.stages().stream()
                .flatMap(s -> s.fields().stream())
                .filter(f -> f.code().equals(field))
                .<Need>map(f -> f.need())
                .toList();
        Optional<Fact> fact = desk.chart().evidence().fact(field);
        return fact.flatMap(f -> f.value().text()).equals(Optional.of(topic.value()))
                && desk.lacking(needs, run).isEmpty();
    }

    private static Stream<Opening> words(Desk desk, Code run, Pathway pathway, Predicate<Notice> which) {
        return pathway.notices().stream()
                .filter(which)
                .flatMap(n -> n.recipients().stream().map(to -> word(desk, run, pathway, n, to)));
    }

    private static Opening word(Desk desk, Code run, Pathway pathway, Notice notice, Code recipient) {
        Opening told = Opening.of(
                Keys.notice(run, notice.topic(), recipient),
                Optional.of(Keys.outcome(run)),
                desk.seat(notice.notifier()),
                desk.seat(recipient),
                desk.due(notice.within()),
                desk.route(pathway.ladder(pathway.handoff().ladder())));
        return desk.counting(told, notice.within());
    }
}
