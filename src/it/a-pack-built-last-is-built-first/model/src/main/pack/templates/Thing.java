package com.acme.model;

/** Made by [(${pack.name})] [(${pack.version})]. */
public record Thing(String name) {}
