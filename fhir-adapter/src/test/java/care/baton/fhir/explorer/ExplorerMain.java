package care.baton.fhir.explorer;
final class ExplorerMain {
    public static void main(String[] a) {
        int n = Integer.parseInt(a[1]);
        if (a[0].startsWith("bug")) {
            int found = 0;
            for (Bug b : Bugs.all()) {
                if (a[0].length() > 3 && b.number() != Integer.parseInt(a[0].substring(3))) continue;
                long t = System.nanoTime();
                try {
                Search.Result r = b.search(n);
                found += r.found().isPresent() ? 1 : 0;
                System.out.println(b + ": " + r.states() + " states, " + (System.nanoTime()-t)/1_000_000 + " ms: " + (a[0].length() > 3 ? r.found().orElse("NOT FOUND") : r.found().map(f -> f.lines().findFirst().get()).orElse("NOT FOUND " + r.whole())));
                } catch (RuntimeException e) { System.out.println(b + " THROWS"); e.printStackTrace(System.out); }
            }
            System.out.println("seeded bugs: " + found + " of 33");
            return;
        }
        for (SetUp s : SetUps.all()) {
            if (!a[0].equals("all") && !s.name().equals(a[0])) continue;
            long t = System.nanoTime();
            Search.Result r = new Search(s, new Conduct(Cast.rules(s.gated()))).run(n);
            System.out.println("== " + s.name() + ": " + r.states() + " states, " + r.worked() + " steps, whole " + r.whole() + ", " + (System.nanoTime()-t)/1_000_000 + " ms\n" + r.found().orElse("nothing found"));
        }
    }
}
