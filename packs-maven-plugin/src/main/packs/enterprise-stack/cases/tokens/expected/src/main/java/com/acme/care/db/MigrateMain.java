package com.acme.care.db;

/** Applies the migrations before a new version starts: a step of the deployment, with the rights that the service does not have. */
public final class MigrateMain {

    private MigrateMain() {
    }

    public static void main(String[] args) {
        boolean seed = args.length == 1 && args[0].equals("--seed");
        try (Databases databases = new Databases(DatabaseSettings.of(System.getenv()))) {
            Migrations migrations = seed ? Migrations.withSeed(databases.primary()) : Migrations.of(databases.primary());
            System.out.println("migrations applied: " + migrations.apply());
        }
    }
}
