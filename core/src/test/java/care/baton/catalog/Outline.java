package care.baton.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a shipped definition must do, written down line by line from the requirements and never read from the
 * definition. Dates are those of a scene that stands still on Monday at 10:00.
 *
 * @param run who has which part in the whole
 * @param ladders who hears of what is late, by the ladder's name
 * @param stages the stages in order
 * @param closure what must be there before the run closes
 * @param topics each topic with its owner and the condition under which it goes further up
 * @param holds what a field must hold, where that is more than words: by its name
 * @param expiries what falls due at the instant that a field of a stage holds
 * @param evidence each kind of evidence, and by whom it is filed
 * @param notices each topic that is told: by whom, to whom, by when
 */
record Outline(
        Map<String, String> run,
        Map<String, String> ladders,
        List<Part> stages,
        List<Asked> closure,
        Map<String, List<String>> topics,
        Map<String, String> holds,
        List<Expires> expiries,
        Map<String, List<String>> evidence,
        Map<String, List<String>> notices) {

    /** The steps in their order. */
    static final List<String> STEPS = List.of("open", "offer", "accept", "decide", "close");

    /** A stage. */
    record Part(
            String code,
            String owner,
            String form,
            String evidence,
            String reviewer,
            String due,
            String ladder,
            List<Template> fields,
            List<Guard> guards,
            List<Warned> warned,
            List<Work> duties) {

        /** The fields that are asked for at a step, whatever asks for them. */
        List<Asked> upTo(String step) {
            Predicate<String> reached = before -> STEPS.indexOf(before) <= STEPS.indexOf(step);
            return Stream.concat(
                            fields.stream().filter(f -> reached.test(f.before)).map(Template::asked),
                            guards.stream().filter(g -> reached.test(g.before)).map(Guard::asked))
                    .toList();
        }

        /** The approvals that are asked for at a step while a warning stands. */
        List<String> approvals(String step, String flag) {
            return warned.stream()
                    .filter(w -> STEPS.indexOf(w.before) <= STEPS.indexOf(step) && w.flags.contains(flag))
                    .map(w -> "APPROVAL_MISSING " + w.item + " [" + w.role + "]")
                    .toList();
        }
    }

    /** A field of a stage's template: before which step, and who goes after it by when. */
    record Template(String before, Asked asked, String chaser, String within) {}

    /** A field that a gate asks for. */
    record Guard(String before, Asked asked) {}

    /** An approval that a gate asks for while one of its warnings stands. */
    record Warned(String before, String item, String role, List<String> flags) {}

    /** A piece of work: what proves it, and after which other work it comes. */
    record Work(String kind, String role, String due, String ladder, List<Asked> proof, List<String> after) {}

    /** What falls due at the instant that a field of a stage holds, and its one proof. */
    record Expires(int stage, String field, String kind, String role, String ladder, Asked proof) {}

    static Outline of(String text) {
        Map<String, String> run = new TreeMap<>();
        Map<String, String> ladders = new TreeMap<>();
        List<Part> stages = new ArrayList<>();
        List<Asked> closure = new ArrayList<>();
        Map<String, List<String>> topics = new TreeMap<>();
        Map<String, String> holds = new TreeMap<>();
        List<Expires> expiries = new ArrayList<>();
        Map<String, List<String>> evidence = new TreeMap<>();
        Map<String, List<String>> notices = new TreeMap<>();
        for (String line : text.lines().toList()) {
            String[] cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            Part stage = stages.isEmpty() ? null : stages.get(stages.size() - 1);
            switch (cells[0]) {
                case "run" -> run.put(cells[1], cells[2]);
                case "ladder" -> ladders.put(cells[1], cells[2] + " then 03-03 09:00 and 03-09 09:00");
                case "stage" -> stages.add(stage(cells));
                case "field" -> stage.fields().add(new Template(cells[1], asked(cells, 2), cells[6], cells[7]));
                case "gate" -> stage.guards().add(new Guard(cells[1], asked(cells, 2)));
                case "approval" ->
                    stage.warned().add(new Warned(cells[1], cells[2], cells[3], List.of(cells[4].split(" "))));
                case "duty" ->
                    stage.duties()
                            .add(new Work(
                                    cells[1], cells[2], cells[3], cells[4], new ArrayList<>(), new ArrayList<>()));
                case "proof" -> last(stage).proof().add(asked(cells, 1));
                case "after" -> last(stage).after().add("DUTY_NOT_DONE " + cells[1] + " [" + cells[2] + "]");
                case "closure" -> closure.add(asked(cells, 1));
                case "topic" -> topics.put(cells[1], List.of(cells[2], cells[3]));
                case "expiry" ->
                    expiries.add(
                            new Expires(stages.size() - 1, cells[1], cells[2], cells[3], cells[4], asked(cells, 5)));
                case "evidence" -> evidence.put(cells[1], List.of(cells[2].split(" ")));
                case "holds" -> holds.put(cells[1], cells[2]);
                case "notice" -> notices.put(cells[1], List.of(cells[2], cells[3], cells[4]));
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Outline(run, ladders, stages, closure, topics, holds, expiries, evidence, notices);
    }

    private static Part stage(String[] cells) {
        return new Part(
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                cells[7],
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
    }

    private static Work last(Part stage) {
        return stage.duties().get(stage.duties().size() - 1);
    }

    private static Asked asked(String[] cells, int from) {
        return Asked.of(Arrays.copyOfRange(cells, from, from + 4));
    }

    /** Who hears of the lateness of what follows a ladder. */
    String route(String ladder) {
        return ladders.get(ladder);
    }

    /** The fields that the stages up to one ask for at a step. */
    List<Asked> reached(int stage, String step) {
        return stages.subList(0, stage + 1).stream()
                .flatMap(s -> s.upTo(step).stream())
                .distinct()
                .toList();
    }

    /** Every field that it names. */
    List<String> everything() {
        return everythingAsked().stream().map(Asked::field).distinct().toList();
    }

    /** Every field that it names, wherever it does. */
    List<Asked> everythingAsked() {
        return Stream.concat(
                        stages.stream()
                                .flatMap(s -> Stream.concat(
                                        s.upTo("close").stream(),
                                        s.duties().stream().flatMap(w -> w.proof().stream()))),
                        Stream.concat(expiries.stream().map(Expires::proof), closure.stream()))
                .distinct()
                .toList();
    }

    /** Every warning that the outline knows of. */
    List<String> flags() {
        return Stream.concat(
                        topics.values().stream().map(t -> t.get(1)),
                        stages.stream().flatMap(s -> s.warned().stream()).flatMap(w -> w.flags().stream()))
                .distinct()
                .sorted()
                .toList();
    }
}
