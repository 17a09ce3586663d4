package care.baton.fhir.explorer;
final class ExplorerMain {
    public static void main(String[] a) {
        SetUp s = a[0].equals("small") ? SetUps.small() : SetUps.whole();
        long t = System.nanoTime();
        Search.Result r = new Search(s, new Conduct(Cast.rules(s.gated()))).run(Integer.parseInt(a[1]));
        System.out.println(r.states() + " states, " + r.worked() + " steps, whole " + r.whole() + ", " + (System.nanoTime()-t)/1_000_000 + " ms\n" + r.found().orElse("nothing found"));
    }
}
