package com.acme.app;

import com.acme.model.Thing;

public class App {

    final Thing thing = new Thing("used");
}
